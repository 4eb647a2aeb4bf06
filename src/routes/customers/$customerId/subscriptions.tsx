import { noop } from '@tanstack/react-query';
import { Link, createFileRoute } from '@tanstack/react-router';
import { SubscriptionList } from '#features/subscriptions/subscription-list.tsx';
import { subscriptionQueries } from '#features/subscriptions/queries.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/subscriptions')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.query(subscriptionQueries.list(params.customerId, deps.page)).catch(noop);
  },
  component: SubscriptionsTab,
});

function SubscriptionsTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <SubscriptionList
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
