import { noop } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { AppointmentTable } from '#features/appointments/appointment-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/appointments')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context, params, deps, preload }) => {
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    void context.queryClient.query(tabQueries.appointments(params.customerId, deps.page)).catch(noop);
  },
  component: AppointmentsTab,
});

function AppointmentsTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <AppointmentTable
      customerId={customerId}
      page={page}
      onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
    />
  );
}
