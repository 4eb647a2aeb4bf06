import { createFileRoute } from '@tanstack/react-router';
import { HistoryList } from '#features/history/history-list.tsx';
import { readHistorySearch, withFilter, withPage } from '#features/history/search.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/customers/$customerId/history')({
  validateSearch: readHistorySearch,
  component: HistoryTab,
});

function HistoryTab() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RoleGate needs="manager" who="The history is for managers." loading={<RecordListSkeleton />}>
      <HistoryList
        customerId={customerId}
        search={search}
        onFilter={(change) => void navigate({ search: withFilter(search, change), replace: true, resetScroll: false })}
        onPageOutOfRange={(lastPage) => void navigate({ search: withPage(search, lastPage), replace: true })}
      />
    </RoleGate>
  );
}
