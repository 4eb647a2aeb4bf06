import type { ReactNode } from 'react';
import type { BookingId, CustomerId, TransactionId } from '#contract/id.ts';

/** Links that only a route can make. */
export interface BookingLinks {
  renderCustomerLink: (customerId: CustomerId, name: ReactNode) => ReactNode;
  /** To a purchase, and to one booking inside it when given. `name` says what a screen reader should hear instead. */
  renderPurchaseLink: (
    target: { transactionId: TransactionId; bookingId?: BookingId; name?: string },
    label: ReactNode,
  ) => ReactNode;
}
