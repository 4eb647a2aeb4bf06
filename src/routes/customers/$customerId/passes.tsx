import { noop } from '@tanstack/react-query';
import { Link, createFileRoute } from '@tanstack/react-router';
import { PassTable } from '#features/passes/pass-table.tsx';
import { passQueries } from '#features/passes/queries.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/passes')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.query(passQueries.list(params.customerId, deps.page)).catch(noop);
  },
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
      renderPageLink={(target, label, props) => (
        <Link from={Route.fullPath} search={toPageSearch(target)} {...props}>
          {label}
        </Link>
      )}
    />
  );
}
