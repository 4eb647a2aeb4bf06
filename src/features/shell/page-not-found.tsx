import { Link } from '@tanstack/react-router';
import { Notice } from '#shared/ui/notice.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';

export function PageNotFound() {
  return (
    <>
      <PageTitle>There is no such page</PageTitle>
      <Notice title="The address may be mistyped or cut off" actions={<Link to="/customers">Go to the customers</Link>}>
        Nothing has been lost.
      </Notice>
    </>
  );
}
