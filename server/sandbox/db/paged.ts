import type { PageQuery } from '#contract/page.ts';
import type { Database } from './open.ts';
import { type Value, selectAll, selectOne } from './query.ts';

/** A list that is read page by page: what counts it and what reads a part of it share one condition. */
export interface PagedQuery {
  count: string;
  page: string;
}

/** `joined` may add tables to what is read; `from` and `where` alone decide how many rows there are. */
export function pagedQuery(columns: string, from: string, joined: string, where: string, order: string): PagedQuery {
  return {
    count: `SELECT count(*) AS total FROM ${from} WHERE ${where}`,
    page: `SELECT ${columns} FROM ${from} ${joined} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
  };
}

export interface PageWindow {
  limit: number;
  offset: number;
}

export function windowOf(query: PageQuery): PageWindow {
  return { limit: query.pageSize, offset: query.page * query.pageSize };
}

/** Prepares both halves; calling it answers one page and the total over all pages. */
export function selectPage<Row, Item>(database: Database, query: PagedQuery, toItem: (row: Row) => Item) {
  const count = selectOne<{ total: number }>(database, query.count);
  const page = selectAll<Row>(database, query.page);
  return (window: PageWindow, ...values: Value[]): { data: Item[]; total: number } => ({
    data: page(...values, window.limit, window.offset).map(toItem),
    total: count(...values)?.total ?? 0,
  });
}
