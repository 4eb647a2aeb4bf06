import { createFileRoute } from '@tanstack/react-router';
import { SubscriptionList } from '#features/subscriptions/subscription-list.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/subscriptions')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context: { queryClient }, params, deps, preload }) =>
    beginRead(queryClient, tabQueries.subscriptions(params.customerId, deps.page), preload),
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
    />
  );
}
