import { Link } from '@tanstack/react-router';
import { PageTitle } from '#shared/ui/page-title.tsx';
import classes from './page-not-found.module.css';

export function PageNotFound() {
  return (
    <div className={classes['page']}>
      <PageTitle>There is no such page</PageTitle>
      <p>The address may be mistyped or cut off.</p>
      <Link to="/customers">Go to the customers</Link>
    </div>
  );
}
