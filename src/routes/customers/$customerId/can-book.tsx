import { createFileRoute } from '@tanstack/react-router';
import { BookingCheckPanel } from '#features/booking-check/booking-check-panel.tsx';
import { classQueries } from '#features/booking-check/queries.ts';
import { useKnownCustomer } from '#features/customers/directory/known-customer.tsx';
import { useTwins } from '#features/customers/directory/use-twins.ts';
import { beginRead } from '#shared/api/begin-read.ts';

export const Route = createFileRoute('/customers/$customerId/can-book')({
  validateSearch: (raw: Record<string, unknown>): { date?: string | undefined } => ({
    date: typeof raw['date'] === 'string' && /^date_[A-Za-z0-9-]{1,64}$/.test(raw['date']) ? raw['date'] : undefined,
  }),
  loader: ({ context: { queryClient }, preload }) => beginRead(queryClient, classQueries.timetable(), preload),
  component: CanBook,
});

function CanBook() {
  const { customerId } = Route.useParams();
  const { date } = Route.useSearch();
  const navigate = Route.useNavigate();
  const known = useKnownCustomer(customerId);
  const twins = useTwins(known);
  return (
    <BookingCheckPanel
      customerId={customerId}
      dateId={date}
      onChoose={(next) => void navigate({ search: { date: next }, replace: true, resetScroll: false })}
      isArchived={known?.archived}
      twins={twins?.length}
    />
  );
}
