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
  /** What else it will read. */
  reads: string[];
}

/** What the first screen of an address looks like before React has drawn it, and what it will read. */
export function firstScreenOf(pathname: string, search: string): FirstScreen {
  if (OPEN.test(pathname)) return { outline: 'none', isTopOfList: false, reads: [] };
  if (/^\/(?:customers\/?)?$/.test(pathname)) {
    return { outline: 'list', isTopOfList: search === '', reads: [] };
  }
  const customerId = CustomerId.safeParse(/^\/customers\/([^/]+)/.exec(pathname)?.[1]);
  if (!customerId.success) return { outline: 'plain', isTopOfList: false, reads: [] };
  const params = { customerId: customerId.data };
  // As booking-queries.ts asks for their first page.
  const purchases = { startDate: ALL_TIME, page: 0, pageSize: 100 };
  const reads = [toUrl(gateway.getProfile.path, params), toUrl(gateway.listBookings.path, params, purchases)];
  return { outline: 'customer', isTopOfList: false, reads };
}
