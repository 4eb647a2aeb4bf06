import { useQuery } from '@tanstack/react-query';
import { Link, createFileRoute } from '@tanstack/react-router';
import { KnownName } from '#features/customers/directory/known-customer.tsx';
import { readHistorySearch, withFilter, withPage } from '#features/history/search.ts';
import { StudioHistory } from '#features/history/studio-history.tsx';
import { staffQueries } from '#features/settings/queries.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/settings/history')({
  // No loader: pointing at the tab would be recorded as a look.
  validateSearch: readHistorySearch,
  component: HistoryTab,
});

function HistoryTab() {
  return (
    <RoleGate needs="manager" who="The history is for managers." loading={<RecordListSkeleton />}>
      <History />
    </RoleGate>
  );
}

function History() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: staff } = useQuery(staffQueries.list());
  return (
    <StudioHistory
      search={search}
      staff={staff?.data}
      onFilter={(change) => void navigate({ search: (current) => withFilter(current, change), resetScroll: false })}
      onPageOutOfRange={(lastPage) =>
        void navigate({ search: (current) => withPage(current, lastPage), replace: true })
      }
      renderCustomer={(customerId) => (
        <Link to="/customers/$customerId/history" params={{ customerId }} preload={false}>
          <KnownName customerId={customerId} />
        </Link>
      )}
    />
  );
}
