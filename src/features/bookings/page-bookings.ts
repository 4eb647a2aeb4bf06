import type { BookingRow } from './booking-row.ts';
import type { BookingGroup } from './group-bookings.ts';
import { type BookingsSearch, pageOf, pageSizeOf } from './search.ts';

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
  const unitOf =
    search.by === 'purchase' ? ({ purchase }: BookingRow) => purchase.id : ({ booking }: BookingRow) => booking.id;
  const numberOf = new Map<string, number>();
  for (const { rows } of groups) {
    for (const row of rows) if (!numberOf.has(unitOf(row))) numberOf.set(unitOf(row), numberOf.size);
  }
  const size = pageSizeOf(search);
  const pageCount = Math.max(1, Math.ceil(numberOf.size / size));
  const page = Math.min(pageOf(search), pageCount);
  const first = (page - 1) * size;
  const isHere = (row: BookingRow) => {
    const number = numberOf.get(unitOf(row)) ?? 0;
    return number >= first && number < first + size;
  };
  return {
    page,
    pageCount,
    groups: groups
      .map((group) => {
        const onPage = group.rows.filter(isHere);
        return { ...group, onPage, isContinued: onPage.length > 0 && onPage[0] !== group.rows[0] };
      })
      .filter(({ onPage }) => onPage.length > 0),
  };
}

/** Groups as they stand on paper, and where Reservie pages: each with all of its rows. */
export function wholeGroups(groups: readonly BookingGroup[]): GroupOnPage[] {
  return groups.map((group) => ({ ...group, onPage: group.rows, isContinued: false }));
}
