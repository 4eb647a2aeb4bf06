import type { CustomerId } from '#contract/id.ts';
import { type PageSearch, pageSearch } from '#shared/table/page-search.ts';

/** What the URL says; whatever is the default is undefined. */
export interface HistorySearch extends PageSearch {
  /** The id of a member of staff. */
  staff?: string | undefined;
  /** Without who looked at what. */
  changes?: true | undefined;
}

/**
 * Reads a URL's parameters, of whatever type the router made of them. Mangled ones fall back to their default. Every key
 * is set, be it to undefined: the router would otherwise let the raw value through.
 */
export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const { staff, changes } = raw;
  // An id of digits only arrives as a number.
  const id = typeof staff === 'number' ? String(staff) : staff;
  return {
    ...pageSearch(raw),
    staff: typeof id === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : undefined,
    changes: changes === true || changes === 'true' || changes === 1 || undefined,
  };
}

/** The filter changes: what stood on page 7 means nothing any more, so it begins at the first. */
export function withFilter(search: HistorySearch, change: HistorySearch): HistorySearch {
  return readHistorySearch({ ...search, ...change, page: 1 });
}

export function withPage(search: HistorySearch, page: number): HistorySearch {
  return readHistorySearch({ ...search, page });
}

export function isFiltered({ staff, changes }: HistorySearch): boolean {
  return staff !== undefined || changes === true;
}

export interface HistoryFilter {
  customerId?: CustomerId;
  staffId?: string;
  changesOnly?: boolean;
}

export function toHistoryFilter({ staff, changes }: HistorySearch): HistoryFilter {
  return { ...(staff !== undefined && { staffId: staff }), ...(changes && { changesOnly: true }) };
}
