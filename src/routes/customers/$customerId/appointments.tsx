import { createFileRoute } from '@tanstack/react-router';
import { appointmentTab } from '#features/appointments/appointment-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { CustomerTab } from './-customer-tab.tsx';
import { startTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/appointments')({
  validateSearch: readTabSearch,
  loader: startTab(tabQueries.appointments),
  component: () => <CustomerTab tabAt={appointmentTab} />,
});
