import { Link, createFileRoute } from '@tanstack/react-router';
import { BookingsPanel } from '#features/bookings/bookings-panel.tsx';
import { bookingQueries } from '#features/bookings/queries.ts';
import {
  canReservieAnswer,
  readBookingsSearch,
  toBookingsRequest,
  withFilter,
  withPage,
} from '#features/bookings/search.ts';
import { useKnownCustomer } from '#features/customers/directory/use-known-customer.ts';
import { useTwins } from '#features/customers/directory/use-twins.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { gatheredPurchases } from '#shared/bookings/purchase-queries.ts';
import { personName } from '#shared/format/person-name.ts';

export const Route = createFileRoute('/customers/$customerId/bookings/')({
  validateSearch: readBookingsSearch,
  loaderDeps: ({ search }) => ({ request: canReservieAnswer(search) ? toBookingsRequest(search) : undefined }),
  loader: ({ params: { customerId }, deps: { request }, context: { queryClient }, preload }) => {
    if (request) beginRead(queryClient, bookingQueries.list(customerId, request), preload);
    else beginRead(queryClient, gatheredPurchases(customerId), preload);
  },
  component: BookingsTab,
});

function BookingsTab() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const known = useKnownCustomer(customerId);
  const twins = useTwins(known);
  return (
    <BookingsPanel
      customerId={customerId}
      search={search}
      isArchived={known?.archived}
      twins={twins}
      renderTwinsLink={(label) => (
        <Link to="/customers" search={{ q: known ? personName(known) : '', status: 'all' }}>
          {label}
        </Link>
      )}
      onFilter={(change) => void navigate({ search: (current) => withFilter(current, change), resetScroll: false })}
      onOpen={(open) =>
        void navigate({ search: (current) => ({ ...current, open }), replace: true, resetScroll: false })
      }
      onPageOutOfRange={(lastPage) =>
        void navigate({ search: (current) => withPage(current, lastPage), replace: true })
      }
      // Read on click only: pointing at a row must not spend the studio's request budget.
      renderCustomerLink={(id, name) => (
        <Link to="/customers/$customerId/bookings" params={{ customerId: id }} preload={false}>
          {name}
        </Link>
      )}
      renderPurchaseLink={({ transactionId, bookingId, name }, label) => (
        <Link
          to="/customers/$customerId/bookings/$transactionId"
          params={{ customerId, transactionId }}
          search={search}
          {...(bookingId && { hash: bookingId })}
          preload={false}
          aria-label={name}
        >
          {label}
        </Link>
      )}
    />
  );
}
