import { createFileRoute } from '@tanstack/react-router';
import { SubscriptionTable } from '#features/subscriptions/subscription-table.tsx';
import { beginRead } from '#shared/api/begin-read.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/subscriptions')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) =>
    beginRead(queryClient, tabQueries.subscriptions(params.customerId), preload),
  component: SubscriptionsTab,
});

function SubscriptionsTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return <SubscriptionTable customerId={customerId} {...controls} />;
}
