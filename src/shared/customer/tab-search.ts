import { type PageSearch, pageSearch } from '#shared/table/page-search.ts';

/** What of a tab is shown, as its address says it. What a tab does not know (a view, a form) hides nothing. */
export interface TabSearch extends PageSearch {
  /** The name of one of the tab’s views. */
  show?: string | undefined;
  /** Words that are looked for. */
  q?: string | undefined;
  /** One kind of record: the id of a questionnaire. */
  kind?: string | undefined;
}

export const NO_FILTER: TabSearch = { show: undefined, q: undefined, kind: undefined, page: undefined };

const LONGEST = 200;

/** Every parameter is set, be it to undefined: the router would otherwise let the raw value through. */
export function readTabSearch(raw: Record<string, unknown>): TabSearch & PageSearch {
  return { show: readText(raw['show']), q: readText(raw['q']), kind: readText(raw['kind']), ...pageSearch(raw) };
}

/** A filter changes: what stood on page 7 means nothing any more, so it begins at the first. */
export function withChange(search: TabSearch, change: TabSearch): TabSearch {
  return readTabSearch({ ...search, page: undefined, ...change });
}

// The router decodes `?q=2026` to a number.
function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, LONGEST) : undefined;
}
