import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import type { TabSearch } from './tab-search.ts';

/** A part of a tab that staff ask for: "Upcoming". Views may overlap: an unpaid appointment can be past. */
export interface RecordView<Row> {
  name: string;
  label: string;
  includes: (row: Row) => boolean;
  /** Offered only where there are such rows: what hardly a customer has. */
  isRare?: boolean;
}

export interface RecordRules<Row> {
  views: readonly RecordView<Row>[];
  /** What words are looked for in. Nothing to search without it. */
  textOf?: ((row: Row) => string) | undefined;
  /** The id and the name of what kind of record it is. */
  kindOf?: ((row: Row) => { id: string; name: string }) | undefined;
}

export interface RecordGroup<Row> {
  title: string;
  rows: Row[];
  /** Over and done with: shown more quietly. */
  isPast?: boolean;
}

/** The rows that fit: the view, every word and the kind. What the rules do not know hides nothing. */
export function filterRecords<Row>(rows: readonly Row[], search: TabSearch, rules: RecordRules<Row>): Row[] {
  const view = rules.views.find(({ name }) => name === search.show);
  return withinKindAndWords(rows, search, rules).filter((row) => view?.includes(row) ?? true);
}

/** How many rows each view would show beside the words and the kind that are chosen. */
export function countViews<Row>(rows: readonly Row[], search: TabSearch, rules: RecordRules<Row>): Map<string, number> {
  const found = withinKindAndWords(rows, search, rules);
  return new Map(rules.views.map(({ name, includes }) => [name, found.filter(includes).length]));
}

export function isFiltered<Row>(search: TabSearch, rules: RecordRules<Row>): boolean {
  const { show, q, kind } = search;
  return (
    rules.views.some(({ name }) => name === show) ||
    (q !== undefined && rules.textOf !== undefined) ||
    (kind !== undefined && rules.kindOf !== undefined)
  );
}

/** Which kinds there are, by name. */
export function kindsOf<Row>(rows: readonly Row[], { kindOf }: RecordRules<Row>): Map<string, string> {
  const kinds = rows.flatMap((row) => kindOf?.(row) ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
  return new Map(kinds.map(({ id, name }) => [id, name]));
}

/** What of the groups stands on a page; a page after the last one is the last one. */
export function pageGroups<Row>(groups: readonly RecordGroup<Row>[], page: number, pageSize = DEFAULT_PAGE_SIZE) {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const current = Math.min(page, pageCount);
  let skip = (current - 1) * pageSize;
  let room = pageSize;
  const shown = groups.flatMap((group) => {
    const rows = group.rows.slice(skip, skip + room);
    skip = Math.max(0, skip - group.rows.length);
    room -= rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows, total: group.rows.length }];
  });
  return { groups: shown, page: current, pageCount, total, first: Math.min(total, (current - 1) * pageSize + 1) };
}

/** Words as they are compared: without accents and capitals. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');
}

function withinKindAndWords<Row>(rows: readonly Row[], { q, kind }: TabSearch, { textOf, kindOf }: RecordRules<Row>) {
  const words = textOf && q !== undefined ? fold(q).split(/\s+/).filter(Boolean) : [];
  return rows.filter((row) => {
    if (kindOf && kind !== undefined && kindOf(row).id !== kind) return false;
    if (words.length === 0) return true;
    const text = fold(textOf?.(row) ?? '');
    return words.every((word) => text.includes(word));
  });
}
