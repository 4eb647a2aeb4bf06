import { createFileRoute } from '@tanstack/react-router';
import { HistoryList } from '#features/history/history-list.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/customers/$customerId/history')({
  validateSearch: pageSearch,
  component: HistoryTab,
});

function HistoryTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RoleGate needs="manager" who="The history is for managers." loading={<RecordListSkeleton />}>
      <HistoryList
        customerId={customerId}
        page={page}
        onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
      />
    </RoleGate>
  );
}
