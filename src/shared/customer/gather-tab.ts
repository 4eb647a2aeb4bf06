import { isUnreadable, type UnreadableRow } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';

export interface TabPage<Row> {
  data: (Row | UnreadableRow)[];
  total: number;
  pageSize: number;
  stale?: { asOf: Instant } | undefined;
}

/** Should `total` never be reached. */
const MOST_PAGES = 50;

/**
 * Everything that a tab lists: its first page, then the others, one after the other. Pages may shift while they are read:
 * each row once. What fails after the first page leaves fewer rows than `total`, and the screen says so.
 */
export async function gatherTab<Page extends TabPage<object>>(
  readPage: (page: number) => Promise<Page>,
): Promise<Page> {
  const first = await readPage(0);
  const seen = new Set(first.data.map(idOf));
  const data = [...first.data];
  let { total } = first;
  for (let page = 1; page < MOST_PAGES && page * first.pageSize < total; page += 1) {
    const next = await readPage(page).catch(() => undefined);
    if (next === undefined || next.data.length === 0) break;
    ({ total } = next);
    for (const row of next.data) {
      const id = idOf(row);
      if (id !== undefined && seen.has(id)) continue;
      seen.add(id);
      data.push(row);
    }
  }
  return { ...first, data, total };
}

function idOf(row: object): unknown {
  if (isUnreadable(row)) return row.id ?? undefined;
  return 'id' in row ? row.id : undefined;
}
