import { type DirectoryQuery, STATUSES, type Status } from './directory/directory-protocol.ts';
import { SORT_KEYS, type SortDirection, type SortKey } from './directory/sort.ts';

/** The list's part of the URL; whatever is as usual is undefined. */
export interface CustomersSearch {
  q?: string | undefined;
  status?: Status | undefined;
  sort?: SortKey | undefined;
  direction?: SortDirection | undefined;
}

const DIRECTIONS = ['asc', 'desc'] as const;
const USUAL: DirectoryQuery = { q: '', status: 'active', sort: 'name', direction: 'asc' };
const LONGEST_QUERY = 200;

/**
 * Reads any URL, however mangled: what cannot be understood is as if it were not there. Every key is set, be it to
 * undefined: the router would otherwise let the raw value through.
 */
export function readCustomersSearch(search: Record<string, unknown>): CustomersSearch {
  return toCustomersSearch({
    q: readText(search['q']).slice(0, LONGEST_QUERY),
    status: oneOf(STATUSES, search['status']) ?? USUAL.status,
    sort: oneOf(SORT_KEYS, search['sort']) ?? USUAL.sort,
    direction: oneOf(DIRECTIONS, search['direction']) ?? USUAL.direction,
  });
}

export function toDirectoryQuery(search: CustomersSearch): DirectoryQuery {
  const { q, status, sort, direction } = search;
  return {
    q: q ?? USUAL.q,
    status: status ?? USUAL.status,
    sort: sort ?? USUAL.sort,
    direction: direction ?? USUAL.direction,
  };
}

export function toCustomersSearch({ q, status, sort, direction }: DirectoryQuery): CustomersSearch {
  return {
    q: q === USUAL.q ? undefined : q,
    status: status === USUAL.status ? undefined : status,
    sort: sort === USUAL.sort ? undefined : sort,
    direction: direction === USUAL.direction ? undefined : direction,
  };
}

// The router reads JSON in a URL: `?q=171234` arrives as a number, `?q=true` as a boolean.
function readText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function oneOf<const Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}
