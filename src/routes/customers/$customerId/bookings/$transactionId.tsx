import { Link, createFileRoute, useLocation } from '@tanstack/react-router';
import { TransactionId } from '#contract/id.ts';
import { PurchaseNotFound } from '#features/bookings/purchase/purchase-not-found.tsx';
import { PurchaseFrame, PurchasePanel } from '#features/bookings/purchase/purchase-panel.tsx';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { readBookingsSearch } from '#features/bookings/search.ts';
import { beginRead } from '#shared/api/begin-read.ts';

export const Route = createFileRoute('/customers/$customerId/bookings/$transactionId')({
  // The list's own filters travel along, for the way back.
  validateSearch: readBookingsSearch,
  loader: ({ params, context: { queryClient }, preload }) => {
    const transactionId = TransactionId.safeParse(params.transactionId);
    if (!transactionId.success) return;
    beginRead(queryClient, bookingQueries.purchase(params.customerId, transactionId.data), preload);
  },
  component: Purchase,
});

function Purchase() {
  const params = Route.useParams();
  const { customerId } = params;
  const search = Route.useSearch();
  const highlighted = useLocation({ select: ({ hash }) => hash });
  const transactionId = TransactionId.safeParse(params.transactionId);
  const listLink = (
    <Link to="/customers/$customerId/bookings" params={{ customerId }}>
      All bookings of this customer
    </Link>
  );
  const backLink = (
    <Link to="/customers/$customerId/bookings" params={{ customerId }} search={search}>
      ← Back to bookings
    </Link>
  );
  return (
    <PurchaseFrame backLink={backLink}>
      {transactionId.success ? (
        <PurchasePanel
          customerId={customerId}
          transactionId={transactionId.data}
          highlighted={highlighted}
          listLink={listLink}
          renderCustomerLink={(id, name) => (
            <Link to="/customers/$customerId/bookings" params={{ customerId: id }} preload={false}>
              {name}
            </Link>
          )}
        />
      ) : (
        <PurchaseNotFound listLink={listLink} />
      )}
    </PurchaseFrame>
  );
}
