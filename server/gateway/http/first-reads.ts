import { ALL_TIME } from '#contract/booking.ts';
import { toUrl } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import { CustomerId } from '#contract/id.ts';
import type { Outline } from './page-template.ts';

/** Pages for those who are not signed in: no rail, no customers. */
const OPEN = /^\/(?:sign-in|join|set-up|new-password)(?:\/|$)/;

export interface FirstScreen {
  outline: Outline;
  /** Begins with the top of the list: one that is searched or sorted begins elsewhere. */
  isTopOfList: boolean;
  /** Begins with all bookings of this customer, in their default order. */
  bookingsOf?: CustomerId;
  /** What else it will read. */
  reads: string[];
  /** What it will read besides, unless the customer's records are at hand. */
  recordReads: string[];
}

/** What the first screen of an address looks like before React has drawn it, and what it will read. */
export function firstScreenOf(pathname: string, search: string): FirstScreen {
  if (OPEN.test(pathname)) return { outline: 'none', isTopOfList: false, reads: [], recordReads: [] };
  if (/^\/(?:customers\/?)?$/.test(pathname)) {
    return { outline: 'list', isTopOfList: search === '', reads: [], recordReads: [] };
  }
  const customerId = CustomerId.safeParse(/^\/customers\/([^/]+)/.exec(pathname)?.[1]);
  if (!customerId.success) return { outline: 'plain', isTopOfList: false, reads: [], recordReads: [] };
  const params = { customerId: customerId.data };
  // As booking-queries.ts asks for their first page.
  const purchases = { startDate: ALL_TIME, page: 0, pageSize: 100 };
  const isBookings = search === '' && /^\/customers\/[^/]+\/bookings\/?$/.test(pathname);
  return {
    outline: 'customer',
    isTopOfList: false,
    ...(isBookings && { bookingsOf: customerId.data }),
    reads: [toUrl(gateway.getProfile.path, params)],
    recordReads: [toUrl(gateway.listBookings.path, params, purchases)],
  };
}
