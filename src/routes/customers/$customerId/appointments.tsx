import { createFileRoute } from '@tanstack/react-router';
import { AppointmentTable } from '#features/appointments/appointment-table.tsx';
import { beginRead } from '#shared/api/begin-read.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/appointments')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) =>
    beginRead(queryClient, tabQueries.appointments(params.customerId), preload),
  component: AppointmentsTab,
});

function AppointmentsTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return <AppointmentTable customerId={customerId} {...controls} />;
}
