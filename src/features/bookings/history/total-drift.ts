export interface SeenPage {
  /** Customer, filter and page size: everything but the page. */
  list: string;
  page: number;
  total: number;
  hasDrifted: boolean;
}

/**
 * Whether the total changed while a user was paging, so that a row may have moved past them. The first page, another
 * filter and another customer begin afresh; a refresh in place shifts nothing.
 */
export function noteTotal(last: SeenPage | undefined, list: string, page: number, total: number): SeenPage {
  if (last?.list !== list || page === 1) return { list, page, total, hasDrifted: false };
  const hasDrifted = last.hasDrifted || (last.page !== page && last.total !== total);
  return { list, page, total, hasDrifted };
}
