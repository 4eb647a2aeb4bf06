import { createFileRoute } from '@tanstack/react-router';
import { subscriptionTab } from '#features/subscriptions/subscription-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { CustomerTab } from './-customer-tab.tsx';
import { startTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/subscriptions')({
  validateSearch: readTabSearch,
  loader: startTab(tabQueries.subscriptions),
  component: () => <CustomerTab tabAt={subscriptionTab} />,
});
