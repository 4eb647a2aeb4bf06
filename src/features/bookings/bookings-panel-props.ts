import type { ReactNode } from 'react';
import type { BookingId, CustomerId, TransactionId } from '#contract/id.ts';
import type { BookingsSearch } from './search.ts';

/** What a route hands to the bookings tab: what the URL says, and how to change it. */
export interface BookingsPanelProps extends BookingLinks {
  customerId: CustomerId;
  search: BookingsSearch;
  /** A filter, the order or the page size changes: the route goes to the first page. */
  onFilter: (change: BookingsSearch) => void;
  /** Details open or close: the page stays. */
  onOpen: (bookingId: string | undefined) => void;
  /** The URL names a page after the last one. */
  onPageOutOfRange: (lastPage: number) => void;
  /** What the customer list knows; nothing while it is not known. */
  isArchived: boolean | undefined;
  /** Other profiles of the same name or number, and a link that leads to them. */
  twins: number | undefined;
  renderTwinsLink: (label: string) => ReactNode;
}

/** The same, and the clock. */
export interface BookingsListProps extends BookingsPanelProps {
  /** ms since 1970. */
  now: number;
  /** In the studio's zone. */
  today: string;
  timeZone: string;
}

/** Links that only a route can make. */
export interface BookingLinks {
  renderCustomerLink: (customerId: CustomerId, name: ReactNode) => ReactNode;
  /** To a purchase, and to one booking inside it when given. `name` says what a screen reader should hear instead. */
  renderPurchaseLink: (
    target: { transactionId: TransactionId; bookingId?: BookingId; name?: string },
    label: ReactNode,
  ) => ReactNode;
}
