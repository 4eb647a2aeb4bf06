import { createFileRoute } from '@tanstack/react-router';
import { passTab } from '#features/passes/pass-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { CustomerTab } from './-customer-tab.tsx';
import { startTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/passes')({
  validateSearch: readTabSearch,
  loader: startTab(tabQueries.passes),
  component: () => <CustomerTab tabAt={passTab} />,
});
