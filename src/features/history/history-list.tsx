import '@mantine/core/styles/Anchor.layer.css';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { lazyExtra } from '#shared/ui/lazy-extra.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { exportUrl, keptUrl } from './export-url.ts';
import { HistoryEntries } from './history-entries.tsx';
import classes from './history-list.module.css';
import { ProfileVersions } from './profile-versions.tsx';
import { historyQueries } from './queries.ts';

const ForgetPersonDialog = lazyExtra(async () => (await import('./forget-person-dialog.tsx')).ForgetPersonDialog);

/** Who changed a customer's profile or looked at it, newest first. */
export function HistoryList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const [isForgetting, setForgetting] = useState(false);
  const query = useQuery(historyQueries.ofCustomer(customerId, controls.page));
  return (
    <>
      <p className={classes['export']}>
        <a href={exportUrl({ customerId })} download>
          Download CSV
        </a>{' '}
        ·{' '}
        <a href={keptUrl(customerId)} download>
          Download everything kept (JSON)
        </a>{' '}
        ·{' '}
        <Anchor component="button" aria-haspopup="dialog" onClick={() => setForgetting(true)}>
          Forget this person…
        </Anchor>
      </p>
      {isForgetting && (
        <Suspense>
          <ForgetPersonDialog customerId={customerId} onClose={() => setForgetting(false)} />
        </Suspense>
      )}
      <ProfileVersions key={customerId} customerId={customerId} />
      <PagedPanel
        {...controls}
        query={query}
        nouns={['entry', 'entries']}
        skeleton={<RecordListSkeleton />}
        empty={<Notice title="No history yet">This customer has not been changed or looked at in Studio Desk.</Notice>}
      >
        {(entries) => <HistoryEntries entries={entries} />}
      </PagedPanel>
    </>
  );
}
