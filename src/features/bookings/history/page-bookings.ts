import type { BookingRow } from './booking-row.ts';
import type { BookingGroup } from './group-bookings.ts';
import { type BookingsSearch, pageOf, pageSizeOf } from '../search.ts';

/** The part of a group that stands on a page; its title and totals are the whole group's. */
export interface GroupOnPage extends BookingGroup {
  onPage: readonly BookingRow[];
  /** It began on a page before. */
  isContinued: boolean;
}

export interface BookingsPageView {
  groups: GroupOnPage[];
  /** 1-based: the page asked for, or the last one there is. */
  page: number;
  pageCount: number;
}

/** What is counted: bookings by class date, and by purchase date whole purchases, as Reservie counts them. */
export function pageBookings(groups: readonly BookingGroup[], search: BookingsSearch): BookingsPageView {
  const numberOf = search.by === 'purchase' ? numberPurchases(groups) : undefined;
  const count = numberOf?.size ?? groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const size = pageSizeOf(search);
  const pageCount = Math.max(1, Math.ceil(count / size));
  const page = Math.min(pageOf(search), pageCount);
  const first = (page - 1) * size;
  let before = 0;
  const onPages = groups.map((group) => {
    const { rows } = group;
    const onPage = numberOf
      ? rows.filter(({ purchase }) => isWithin(numberOf.get(purchase.id) ?? 0, first, size))
      : rows.slice(Math.max(0, first - before), Math.max(0, first + size - before));
    before += rows.length;
    return { ...group, onPage, isContinued: onPage.length > 0 && onPage[0] !== rows[0] };
  });
  return { page, pageCount, groups: onPages.filter(({ onPage }) => onPage.length > 0) };
}

/** In the order in which they are shown, from 0. */
function numberPurchases(groups: readonly BookingGroup[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { rows } of groups) {
    for (const { purchase } of rows) if (!numbers.has(purchase.id)) numbers.set(purchase.id, numbers.size);
  }
  return numbers;
}

function isWithin(number: number, first: number, size: number): boolean {
  return number >= first && number < first + size;
}

/** Groups as they stand on paper, and where Reservie pages: each with all of its rows. */
export function wholeGroups(groups: readonly BookingGroup[]): GroupOnPage[] {
  return groups.map((group) => ({ ...group, onPage: group.rows, isContinued: false }));
}
