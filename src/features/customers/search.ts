import { type DirectoryQuery, STATUSES, type Status } from './directory/directory-protocol.ts';
import { type CustomerFilters, EMAIL_FILTERS, MOBILE_FILTERS, NEW_SPANS } from './directory/filters.ts';
import { SORT_KEYS, type SortDirection, type SortKey } from './directory/sort.ts';

/** The list's part of the URL; whatever is as usual is undefined. */
export interface CustomersSearch {
  q?: string | undefined;
  status?: Status | undefined;
  sort?: SortKey | undefined;
  direction?: SortDirection | undefined;
  mobile?: CustomerFilters['mobile'];
  email?: CustomerFilters['email'];
  duplicate?: true | undefined;
  /** Days. */
  new?: CustomerFilters['isNew'];
  changed?: true | undefined;
  /** The saved view that was opened, however it was changed since. */
  view?: string | undefined;
}

const DIRECTIONS = ['asc', 'desc'] as const;
/** An address in the browser is no place for a whole message; the search itself takes all of it. */
export const LONGEST_IN_URL = 200;

/** The order when no other was chosen: what fits best first, or by last name where nothing is searched for. */
function usualSort(q: string): SortKey {
  return q.trim() === '' ? 'name' : 'match';
}

/** The same list for another text; an order that is only usual gives way to the usual one for that text. */
export function withText(query: DirectoryQuery, q: string): DirectoryQuery {
  return { ...query, q, sort: query.sort === usualSort(query.q) ? usualSort(q) : query.sort };
}

/**
 * Reads any URL, however mangled: what cannot be understood is as if it were not there. Every key is set, be it to
 * undefined: the router would otherwise let the raw value through.
 */
export function readCustomersSearch(search: Record<string, unknown>): CustomersSearch {
  const q = readText(search['q']).slice(0, LONGEST_IN_URL);
  const view = /^[a-z][a-z0-9]{0,63}$|^0[a-z0-9]{8,63}$/.exec(readText(search['view']))?.[0];
  const read = toCustomersSearch({
    q,
    status: oneOf(STATUSES, search['status']) ?? 'active',
    sort: oneOf(SORT_KEYS, search['sort']) ?? usualSort(q),
    direction: oneOf(DIRECTIONS, search['direction']) ?? 'asc',
    filters: {
      mobile: oneOf(MOBILE_FILTERS, search['mobile']),
      email: oneOf(EMAIL_FILTERS, search['email']),
      duplicate: readFlag(search['duplicate']),
      isNew: oneOf(NEW_SPANS, Number(readText(search['new']))),
      changed: readFlag(search['changed']),
    },
  });
  return { ...read, view };
}

export function toDirectoryQuery(search: CustomersSearch): DirectoryQuery {
  const { q = '', status = 'active', sort = usualSort(q), direction = 'asc' } = search;
  const { mobile, email, duplicate, new: isNew, changed } = search;
  const filters = Object.entries({ mobile, email, duplicate, isNew, changed }).filter(
    ([, value]) => value !== undefined,
  );
  return { q, status, sort, direction, filters: Object.fromEntries(filters) };
}

export function toCustomersSearch({ q, status, sort, direction, filters = {} }: DirectoryQuery): CustomersSearch {
  return {
    q: q === '' ? undefined : q,
    status: status === 'active' ? undefined : status,
    sort: sort === usualSort(q) || sort === 'match' ? undefined : sort,
    direction: direction === 'asc' ? undefined : direction,
    mobile: filters.mobile,
    email: filters.email,
    duplicate: filters.duplicate,
    new: filters.isNew,
    changed: filters.changed,
  };
}

// The router reads JSON in a URL: `?q=171234` arrives as a number, `?q=true` as a boolean.
function readText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function readFlag(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined;
}

function oneOf<const Value extends string | number>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}
