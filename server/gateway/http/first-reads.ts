import { toUrl } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import { CustomerId } from '#contract/id.ts';
import type { Outline } from './page-template.ts';

/** Pages for those who are not signed in: no rail, no customers. */
const OPEN = /^\/(?:sign-in|join|set-up|new-password)(?:\/|$)/;

/** What the first screen of an address looks like before React has drawn it, and what it will read. */
export function firstScreenOf(pathname: string, search: string): { outline: Outline; reads: string[] } {
  if (OPEN.test(pathname)) return { outline: 'none', reads: [] };
  if (/^\/(?:customers\/?)?$/.test(pathname)) {
    // A list that is searched or sorted begins elsewhere.
    return { outline: 'list', reads: search === '' ? [gateway.listFirstCustomers.path] : [] };
  }
  const customerId = CustomerId.safeParse(/^\/customers\/([^/]+)/.exec(pathname)?.[1]);
  if (!customerId.success) return { outline: 'plain', reads: [] };
  return { outline: 'customer', reads: [toUrl(gateway.getProfile.path, { customerId: customerId.data })] };
}
