import { ALL_TIME } from '#contract/booking.ts';
import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import type { LocalDate } from '#contract/time.ts';

export const PAGE_SIZES = [10, 30, 50, 100] as const;
/** The gateway's limit, in the URL's 1-based counting. */
const HIGHEST_PAGE = 1_000_001;

/** What the URL says; whatever is the default is undefined. `from` and `to` are purchase dates, inclusive. */
export interface BookingsSearch {
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  upcoming?: true | undefined;
  /** 1-based. */
  page?: number | undefined;
  size?: (typeof PAGE_SIZES)[number] | undefined;
}

/**
 * Reads a URL's parameters, of whatever type the router made of them. Mangled ones fall back to their default. Every key
 * is set, be it to undefined: the router would otherwise let the raw value through.
 */
export function readBookingsSearch(raw: Record<string, unknown>): BookingsSearch {
  const page = readNumber(raw['page']);
  const size = PAGE_SIZES.find((known) => known === readNumber(raw['size']));
  return {
    from: readDate(raw['from']),
    to: readDate(raw['to']),
    upcoming: raw['upcoming'] === true || raw['upcoming'] === 'true' || readNumber(raw['upcoming']) === 1 || undefined,
    page: page !== undefined && page > 1 ? Math.min(page, HIGHEST_PAGE) : undefined,
    size: size === DEFAULT_PAGE_SIZE ? undefined : size,
  };
}

export interface BookingsRequest {
  startDate: LocalDate;
  endDate?: LocalDate;
  futureOnly: boolean;
  /** 0-based. */
  page: number;
  pageSize: number;
}

/**
 * What to ask for a search; `undefined` when its dates contradict each other. The start is always explicit: left out,
 * Reservie hides purchases older than three months (docs/reservie-api.md, "Bookings").
 */
export function toBookingsRequest(search: BookingsSearch): BookingsRequest | undefined {
  if (hasDatesReversed(search)) return undefined;
  return {
    startDate: search.from ?? ALL_TIME,
    ...(search.to === undefined ? {} : { endDate: search.to }),
    futureOnly: search.upcoming ?? false,
    page: pageOf(search) - 1,
    pageSize: pageSizeOf(search),
  };
}

export function hasDatesReversed({ from, to }: BookingsSearch): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** Whether anything but paging narrows the list. */
export function isFiltered({ from, to, upcoming }: BookingsSearch): boolean {
  return from !== undefined || to !== undefined || upcoming === true;
}

/** 1-based. */
export function pageOf(search: BookingsSearch): number {
  return search.page ?? 1;
}

export function pageSizeOf(search: BookingsSearch): number {
  return search.size ?? DEFAULT_PAGE_SIZE;
}

/** The filter or page size changes: what stood on page 7 means nothing any more, so it begins at the first. */
export function withFilter(search: BookingsSearch, change: BookingsSearch): BookingsSearch {
  return readBookingsSearch({ ...search, ...change, page: 1 });
}

export function withPage(search: BookingsSearch, page: number): BookingsSearch {
  return readBookingsSearch({ ...search, page });
}

function readDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  // 30 February parses in some browsers, as 1 or 2 March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? undefined : value;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
