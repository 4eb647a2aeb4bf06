import '@mantine/core/styles/Anchor.layer.css';
import '@mantine/core/styles/Group.layer.css';
import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import type { PageControls } from '#shared/table/paged-panel.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { ProfileVersions } from './profile-versions.tsx';
import { exportUrl, historyQueries, keptUrl } from './queries.ts';
import { type HistorySearch, toHistoryFilter } from './search.ts';

const ForgetPersonDialog = lazyExtra(async () => (await import('./forget-person-dialog.tsx')).ForgetPersonDialog);

interface HistoryListProps extends Omit<PageControls, 'page'> {
  customerId: CustomerId;
  search: HistorySearch;
  onFilter: (change: HistorySearch) => void;
}

const SHOWN = [
  { label: 'Everything', changes: undefined },
  { label: 'Changes only', changes: true },
] as const;

/** Who changed a customer's profile or looked at it, newest first. */
export function HistoryList({ customerId, search, onFilter, ...controls }: HistoryListProps) {
  const [isForgetting, setForgetting] = useState(false);
  const query = useQuery(historyQueries.ofCustomer(customerId, search));
  return (
    <>
      <Group gap="xs" mb="sm">
        <Group gap="xs" role="group" aria-label="Filters">
          {SHOWN.map(({ label, changes }) => (
            <Button
              key={label}
              size="compact-sm"
              radius="xl"
              variant={search.changes === changes ? 'light' : 'default'}
              aria-pressed={search.changes === changes}
              onClick={() => onFilter({ changes })}
            >
              {label}
            </Button>
          ))}
        </Group>
        <a href={exportUrl({ customerId, ...toHistoryFilter(search) })} download>
          Download CSV
        </a>
        <a href={keptUrl(customerId)} download>
          Download everything kept (JSON)
        </a>
        <Anchor component="button" aria-haspopup="dialog" onClick={() => setForgetting(true)}>
          Forget this person…
        </Anchor>
      </Group>
      {isForgetting && (
        <Suspense>
          <ForgetPersonDialog customerId={customerId} onClose={() => setForgetting(false)} />
        </Suspense>
      )}
      <ProfileVersions key={customerId} customerId={customerId} />
      <HistoryPanel
        {...controls}
        page={search.page}
        query={query}
        empty={
          search.changes ? (
            <Notice title="No changes yet">This customer has been looked at, but not changed, in Studio Desk.</Notice>
          ) : (
            <Notice title="No history yet">This customer has not been changed or looked at in Studio Desk.</Notice>
          )
        }
      />
    </>
  );
}
