import type { ReactNode } from 'react';
import { PageTitle } from '#shared/ui/page-title.tsx';
import classes from './sign-in.module.css';

/** A screen for those who are not signed in: one panel, without anything of the studio around it. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes['page']}>
      <div className={classes['panel']}>
        <div className={classes['head']}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <PageTitle>{title}</PageTitle>
        </div>
        {children}
      </div>
    </main>
  );
}
