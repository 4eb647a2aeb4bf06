import type { CustomerId } from '#contract/id.ts';
import type { DateRange } from '#shared/dates/parse-date-range.ts';
import { type BookingRow, attendeeOf } from '../history/booking-row.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { type BookingsSearch, CHOICES } from '../search.ts';

/** What a booking is looked for by: days of the class, and words of its name. Either may be left open. */
export interface WantedBooking {
  range: DateRange;
  words: string;
}

export interface MissingState {
  customerId: CustomerId;
  search: BookingsSearch;
  wanted: WantedBooking;
  rows: readonly BookingRow[];
  /** Every purchase has been read. */
  isComplete: boolean;
  unreadable: number;
  /** From the customer list; nothing while it is not known. */
  isArchived: boolean | undefined;
  /** Other profiles with the same name or number. */
  twins: number | undefined;
}

export type Facet = 'dates' | 'when' | (typeof CHOICES)[number];

/** One answer. Where a row is named, `reveal` is the change of the search that shows it: by its day, or it stood on any page. */
export type Reason =
  | { kind: 'shown'; row: BookingRow; reveal: BookingsSearch }
  | { kind: 'hidden'; row: BookingRow; facets: Facet[]; reveal: BookingsSearch }
  /** Bought on the wanted days, for a class on others. */
  | { kind: 'other-date'; row: BookingRow; reveal: BookingsSearch }
  /** The class that was named, on another day: the nearest. */
  | { kind: 'other-day'; row: BookingRow; reveal: BookingsSearch }
  | { kind: 'unread' }
  | { kind: 'unreadable'; count: number }
  | { kind: 'archived' }
  | { kind: 'twins'; count: number }
  /** Reservie's API tells of no such booking. */
  | { kind: 'not-told' };

const NOTHING_CHOSEN: BookingsSearch = { state: undefined, paid: undefined, class: undefined, for: undefined };

/**
 * Why a booking cannot be seen, the surest answers first. It never says that there is none while something is unread: what
 * the API does not tell is called so.
 */
export function explainMissing(state: MissingState): Reason[] {
  const { search, wanted, rows } = state;
  const named = rows.filter((row) => hasWords(row, wanted.words));
  const found = named.filter((row) => isWithin(row.classDay, wanted.range));
  const shown = new Set(filterBookings(rows, search));
  const reasons: Reason[] = found.map((row) =>
    shown.has(row) ? { kind: 'shown', row, reveal: dayOf(row, search) } : hiddenBy(row, search),
  );
  if (found.length === 0) reasons.push(...nearMisses(named, wanted));
  if (!state.isComplete) reasons.push({ kind: 'unread' });
  if (state.unreadable > 0) reasons.push({ kind: 'unreadable', count: state.unreadable });
  if (state.isArchived) reasons.push({ kind: 'archived' });
  if (state.twins !== undefined && state.twins > 0) reasons.push({ kind: 'twins', count: state.twins });
  if (found.length === 0 && state.isComplete) reasons.push({ kind: 'not-told' });
  return reasons;
}

/** For another customer than the one whose page it is. */
export function isForOther({ booking }: BookingRow, customerId: CustomerId): boolean {
  return attendeeOf(booking).id !== customerId;
}

function hiddenBy(row: BookingRow, search: BookingsSearch): Reason {
  const { by, from, to, when } = search;
  const hides = (part: BookingsSearch) => filterBookings([row], part).length === 0;
  const facets: Facet[] = [
    ...(hides({ by, from, to }) ? (['dates'] as const) : []),
    ...(hides({ when }) ? (['when'] as const) : []),
    ...CHOICES.filter((name) => hides({ [name]: search[name] })),
  ];
  const reveal = dayOf(row, search);
  for (const facet of facets) if (facet !== 'dates') reveal[facet] = undefined;
  return { kind: 'hidden', row, facets, reveal };
}

/** The days of the search narrowed to the one of a row. */
function dayOf({ purchaseDay, classDay }: BookingRow, { by }: BookingsSearch): BookingsSearch {
  const day = by === 'purchase' ? purchaseDay : classDay;
  return { from: day, to: day };
}

function nearMisses(named: readonly BookingRow[], { range, words }: WantedBooking): Reason[] {
  if (range.from === undefined && range.to === undefined) return [];
  const bought = named.filter((row) => isWithin(row.purchaseDay, range));
  const reveals: Reason[] = bought.map((row) => ({
    kind: 'other-date',
    row,
    reveal: { ...NOTHING_CHOSEN, by: 'purchase', from: range.from, to: range.to, when: undefined },
  }));
  if (words.trim() === '' || bought.length > 0) return reveals;
  const [nearest] = named.toSorted((a, b) => distance(a.classDay, range) - distance(b.classDay, range));
  if (!nearest) return [];
  const day = nearest.classDay;
  return [
    {
      kind: 'other-day',
      row: nearest,
      reveal: { ...NOTHING_CHOSEN, by: undefined, from: day, to: day, when: undefined },
    },
  ];
}

function isWithin(day: string, { from, to }: DateRange): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** In days, from the range's nearer end. */
function distance(day: string, { from, to }: DateRange): number {
  const ends = [from, to].filter((end) => end !== undefined);
  return Math.min(...ends.map((end) => Math.abs(Date.parse(end) - Date.parse(day))));
}

function hasWords({ booking }: BookingRow, words: string): boolean {
  const name = fold(booking.event.name);
  return fold(words)
    .split(' ')
    .every((word) => name.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
