import { createFileRoute } from '@tanstack/react-router';
import { PassTable } from '#features/passes/pass-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/passes')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context: { queryClient }, params, deps, preload }) =>
    beginRead(queryClient, tabQueries.passes(params.customerId, deps.page), preload),
  component: PassesTab,
});

function PassesTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PassTable
      customerId={customerId}
      page={page}
      onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
    />
  );
}
