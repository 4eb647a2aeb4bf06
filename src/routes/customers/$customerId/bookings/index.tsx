import { Link, createFileRoute, useLocation } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import type { BookingsPanelProps } from '#features/bookings/bookings-panel-props.ts';
import { BookingsPanel } from '#features/bookings/bookings-panel.tsx';
import {
  canReservieAnswer,
  readBookingsSearch,
  toBookingsRequest,
  withFilter,
  withPage,
} from '#features/bookings/search.ts';
import { useKnownCustomer } from '#features/customers/directory/known-customer.tsx';
import { useTwins } from '#features/customers/directory/use-twins.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { personName } from '#contract/person-name.ts';
import { PlainLink } from '#shared/ui/plain-link.tsx';

export const Route = createFileRoute('/customers/$customerId/bookings/')({
  validateSearch: readBookingsSearch,
  loaderDeps: ({ search }) => ({ request: canReservieAnswer(search) ? toBookingsRequest(search) : undefined }),
  loader: ({ params: { customerId }, deps: { request }, context: { queryClient }, preload }) => {
    if (request) beginRead(queryClient, bookingQueries.list(customerId, request), preload);
    else beginRead(queryClient, bookingQueries.gathered(customerId), preload);
  },
  component: BookingsTab,
});

function BookingsTab() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  // They travel along, for the way back.
  const filters = useLocation({ select: ({ searchStr }) => searchStr });
  const navigate = Route.useNavigate();
  const known = useKnownCustomer(customerId);
  const twins = useTwins(known);
  // The same ones at each drawing: a line of the table is drawn again when what it is given changes.
  const onOpen = useCallback<BookingsPanelProps['onOpen']>(
    (open) => void navigate({ search: (current) => ({ ...current, open }), replace: true, resetScroll: false }),
    [navigate],
  );
  const renderPurchaseLink = useCallback<BookingsPanelProps['renderPurchaseLink']>(
    ({ transactionId, bookingId, name }, label) => (
      <PlainLink
        href={`/customers/${customerId}/bookings/${transactionId}${filters}${bookingId ? `#${bookingId}` : ''}`}
        aria-label={name}
      >
        {label}
      </PlainLink>
    ),
    [customerId, filters],
  );
  return (
    <BookingsPanel
      customerId={customerId}
      search={search}
      isArchived={known?.archived}
      twins={twins?.length}
      renderTwinsLink={(label) => (
        <Link to="/customers" search={{ q: known ? personName(known) : '', status: 'all' }}>
          {label}
        </Link>
      )}
      onFilter={(change) => void navigate({ search: (current) => withFilter(current, change), resetScroll: false })}
      onOpen={onOpen}
      onPageOutOfRange={(lastPage) =>
        void navigate({ search: (current) => withPage(current, lastPage), replace: true })
      }
      renderCustomerLink={linkToBookings}
      renderPurchaseLink={renderPurchaseLink}
    />
  );
}

function linkToBookings(customerId: string, name: ReactNode) {
  return <PlainLink href={`/customers/${customerId}/bookings`}>{name}</PlainLink>;
}
