import type { CustomerId } from '#contract/id.ts';
import type { CustomersSearch } from '../search.ts';

/** Where somebody left the list to look at a customer. */
export interface ListPlace {
  search: CustomersSearch;
  /** The history entry that showed it. */
  entry: string | undefined;
  customerId: CustomerId;
  index: number;
  /** Pixels from the top of the page. */
  scrollY: number;
}

let left: ListPlace | undefined;
let isReturning = false;

export function leaveList(place: ListPlace): void {
  left = place;
}

/** The filter to go back to. */
export function lastListSearch(): CustomersSearch {
  return left?.search ?? {};
}

/** The link back was followed: the list opens where it was left, although this is a new history entry. */
export function returnToList(): void {
  isReturning = true;
}

/** Where to go on, when this is a return: by the link back, or by the browser to the same history entry. */
export function placeOnReturn(entry: string | undefined): ListPlace | undefined {
  return isReturning || (left && left.entry === entry) ? left : undefined;
}

/** The return is over: the next visit to the list begins at its top. */
export function settleInList(): void {
  isReturning = false;
}
