import { ALL_TIME } from '#contract/booking.ts';
import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import type { LocalDate } from '#contract/time.ts';

export const PAGE_SIZES = [10, 30, 50, 100] as const;
export const STATES = ['booked', 'cancelled', 'refunded'] as const;
export type StateName = (typeof STATES)[number];
export const GROUPS = ['month', 'class', 'weekday'] as const;
type GroupName = (typeof GROUPS)[number];
export const SORTS = ['when', 'class', 'for', 'paid', 'state'] as const;
export type SortName = (typeof SORTS)[number];

/** The gateway's limit, in the URL's 1-based counting. */
const HIGHEST_PAGE = 1_000_001;
const MOST_CHOICES = 20;
const LONGEST_CHOICE = 200;

/** What the URL says; whatever is the default is undefined. */
export interface BookingsSearch {
  /** Which date `from` and `to` mean; the date of the class by default. */
  by?: 'purchase' | undefined;
  /** Both inclusive. */
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  when?: 'upcoming' | 'past' | undefined;
  /** Any of these. */
  state?: readonly StateName[] | undefined;
  /** Reservie's codes of payment methods. */
  paid?: readonly string[] | undefined;
  /** Names of classes. */
  class?: readonly string[] | undefined;
  /** Ids of customers. */
  for?: readonly string[] | undefined;
  group?: GroupName | undefined;
  sort?: SortName | undefined;
  /** From the end of the order to its beginning. */
  desc?: true | undefined;
  /** 1-based. */
  page?: number | undefined;
  size?: (typeof PAGE_SIZES)[number] | undefined;
  /** The booking whose details are open in its row. */
  open?: string | undefined;
}

/**
 * Reads a URL's parameters, of whatever type the router made of them. Mangled ones fall back to their default. Every key
 * is set, be it to undefined: the router would otherwise let the raw value through.
 */
export function readBookingsSearch(raw: Record<string, unknown>): BookingsSearch {
  const page = readNumber(raw['page']);
  const size = PAGE_SIZES.find((known) => known === readNumber(raw['size']));
  const sort = SORTS.find((known) => known === raw['sort']);
  // Links made before there was a choice of dates.
  const isUpcoming = raw['upcoming'] === true || raw['upcoming'] === 'true' || readNumber(raw['upcoming']) === 1;
  return {
    by: raw['by'] === 'purchase' ? 'purchase' : undefined,
    from: readDate(raw['from']),
    to: readDate(raw['to']),
    when: raw['when'] === 'past' ? 'past' : raw['when'] === 'upcoming' || isUpcoming ? 'upcoming' : undefined,
    state: readStates(raw['state']),
    paid: readChoices(raw['paid']),
    class: readChoices(raw['class']),
    for: readChoices(raw['for']),
    group: GROUPS.find((known) => known === raw['group']),
    sort,
    desc: sort !== undefined && (raw['desc'] === true || raw['desc'] === 'true') ? true : undefined,
    page: page !== undefined && page > 1 ? Math.min(page, HIGHEST_PAGE) : undefined,
    size: size === DEFAULT_PAGE_SIZE ? undefined : size,
    open: typeof raw['open'] === 'string' && /^booking_[\w-]{1,64}$/.test(raw['open']) ? raw['open'] : undefined,
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
 * What to ask Reservie for a search by purchase date; nothing when its dates contradict each other. The start is always
 * explicit: left out, Reservie hides purchases older than three months (docs/reservie-api.md, "Bookings").
 */
export function toBookingsRequest(search: BookingsSearch): BookingsRequest | undefined {
  if (hasDatesReversed(search)) return undefined;
  return {
    startDate: search.from ?? ALL_TIME,
    ...(search.to === undefined ? {} : { endDate: search.to }),
    futureOnly: search.when === 'upcoming',
    page: pageOf(search) - 1,
    pageSize: pageSizeOf(search),
  };
}

/** Whether Reservie itself can answer: it filters and pages by purchase date, and knows nothing else. */
export function canReservieAnswer({ by, when, group, sort, ...search }: BookingsSearch): boolean {
  const isPlain = when !== 'past' && group === undefined && sort === undefined;
  return by === 'purchase' && isPlain && !CHOICES.some((name) => search[name] !== undefined);
}

export function hasDatesReversed({ from, to }: BookingsSearch): boolean {
  return from !== undefined && to !== undefined && from > to;
}

export const CHOICES = ['state', 'paid', 'class', 'for'] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** Nothing that narrows the list. */
export const NO_FILTER: BookingsSearch = {
  from: undefined,
  to: undefined,
  when: undefined,
  state: undefined,
  paid: undefined,
  class: undefined,
  for: undefined,
};

export function isFiltered({ from, to, when, ...search }: BookingsSearch): boolean {
  return (from ?? to ?? when) !== undefined || CHOICES.some((name) => search[name] !== undefined);
}

/** 1-based. */
export function pageOf(search: BookingsSearch): number {
  return search.page ?? 1;
}

export function pageSizeOf(search: BookingsSearch): number {
  return search.size ?? DEFAULT_PAGE_SIZE;
}

/** The filter, order or page size changes: what stood on page 7 means nothing any more, so it begins at the first. */
export function withFilter(search: BookingsSearch, change: BookingsSearch): BookingsSearch {
  return readBookingsSearch({ ...search, open: undefined, ...change, page: 1 });
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

function readStates(value: unknown): StateName[] | undefined {
  const states = STATES.filter((known) => readChoices(value)?.some((name) => name === known));
  return states.length === 0 ? undefined : states;
}

/** One choice may stand alone, or several in a list; the router makes numbers of names such as "108". */
function readChoices(value: unknown): string[] | undefined {
  const choices = (Array.isArray(value) ? value : [value])
    .map((choice: unknown) => (typeof choice === 'number' ? String(choice) : choice))
    .filter((choice) => typeof choice === 'string')
    .filter((choice) => choice !== '' && choice.length <= LONGEST_CHOICE);
  return choices.length === 0 ? undefined : [...new Set(choices)].slice(0, MOST_CHOICES);
}
