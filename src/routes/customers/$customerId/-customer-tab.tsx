import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { RecordTabPanel, type RecordTab, type TabMoment } from '#shared/customer/record-tab.tsx';
import { readTabSearch, withChange } from '#shared/customer/tab-search.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';

interface CustomerTabProps<Row> {
  tabAt: (moment: TabMoment) => RecordTab<Row>;
}

/** What of a tab is shown stands in its address, and changing it adds no step to the history. */
export function CustomerTab<Row extends object>({ tabAt }: CustomerTabProps<Row>) {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const search = readTabSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  return (
    <RecordTabPanel
      customerId={customerId}
      tabAt={tabAt}
      search={search}
      onFilter={(change) =>
        void navigate({ to: '.', search: withChange(search, change), replace: true, resetScroll: false })
      }
    />
  );
}

/** A tab that viewers do not see; `who` says so to them. */
export function DeskTab<Row extends object>({ tabAt, who }: CustomerTabProps<Row> & { who: string }) {
  return (
    <RoleGate needs="desk" who={who} loading={<RecordListSkeleton />}>
      <CustomerTab tabAt={tabAt} />
    </RoleGate>
  );
}
