import type { ReactNode } from 'react';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { type TabLink, TabLinks } from '#shared/ui/tab-links.tsx';
import classes from './settings.module.css';

export function SettingsPage({ tabs, children }: { tabs: readonly TabLink[]; children: ReactNode }) {
  return (
    <>
      <PageTitle>Settings</PageTitle>
      <div className={classes['tabs']}>
        <TabLinks label="Settings" tabs={tabs} />
      </div>
      <div className={classes['sections']}>{children}</div>
    </>
  );
}
