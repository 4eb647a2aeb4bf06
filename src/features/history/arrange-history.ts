import type { HistoryEntry } from '#contract/history.ts';
import { lookedAt, stateOf } from './history-rules.ts';

/** One entry, or what one person looked at of one customer, one after the other on one day. */
export interface HistoryGroup {
  /** The newest first, as they came; all of them looks if there are several. */
  entries: readonly [HistoryEntry, ...HistoryEntry[]];
}

/**
 * Gathers looks that follow each other, so that they do not bury the changes between them. `dayOf` names the day of a
 * moment in the studio's zone.
 */
export function arrangeHistory(entries: readonly HistoryEntry[], dayOf: (at: string) => string): HistoryGroup[] {
  const groups: [HistoryEntry, ...HistoryEntry[]][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && isSameVisit(group[0], entry, dayOf)) group.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => ({ entries: group }));
}

/** What was looked at, each once: "the profile, the notes and the history". */
export function describeLooks(entries: readonly HistoryEntry[]): string {
  const things = [...new Set(entries.toReversed().flatMap(({ action }) => lookedAt(action) ?? []))];
  return new Intl.ListFormat('en-GB').format(things);
}

function isSameVisit(first: HistoryEntry, next: HistoryEntry, dayOf: (at: string) => string): boolean {
  return (
    isPlainLook(first) &&
    isPlainLook(next) &&
    first.staff?.id === next.staff?.id &&
    first.customerId === next.customerId &&
    dayOf(first.at) === dayOf(next.at)
  );
}

function isPlainLook(entry: HistoryEntry): boolean {
  return lookedAt(entry.action) !== undefined && stateOf(entry) === undefined;
}
