import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';

/** The gateway's limit for `page`, in the URL's 1-based counting. */
const HIGHEST_PAGE = 1_000_001;

export interface PageSearch {
  /** 1-based; absent on the first page, which keeps the plain URL plain. */
  page?: number | undefined;
}

/**
 * Reads `?page=`; whatever is no page number counts as the first page. `page` is always set, be it to undefined: the
 * router would otherwise let the raw value through.
 */
export function pageSearch(search: Record<string, unknown>): PageSearch {
  return { page: readPage(search['page']) };
}

/** What a link to a page writes into the URL. */
export function toPageSearch(page: number): PageSearch {
  return { page: page > 1 ? page : undefined };
}

/** The URL counts pages from 1, Reservie from 0 (docs/reservie-api.md, "Conventions"). */
export function toPageQuery(page: number): { page: number; pageSize: number } {
  return { page: page - 1, pageSize: DEFAULT_PAGE_SIZE };
}

/** The highest page that holds rows; 1 for an empty list. */
export function lastPageOf({ total, pageSize }: { total: number; pageSize: number }): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

// The router decodes `?page=2` to a number, `?page=%222%22` to a string.
function readPage(value: unknown): number | undefined {
  const page = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof page !== 'number' || !Number.isInteger(page) || page <= 1) return undefined;
  return Math.min(page, HIGHEST_PAGE);
}
