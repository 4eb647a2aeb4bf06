import type { NewHistoryEntry } from '../store/history.ts';

/** Failures of the same kind within so long are one record and a count. */
export const FOLD_MS = 60_000;

interface Fold {
  until: number;
  /** Of those after the first. */
  last: NewHistoryEntry | undefined;
  count: number;
}

/**
 * Reads that failed, folded: the first is recorded as it is, how often it happened again within a minute is recorded in
 * one row. So no client can fill the record by asking for what does not exist.
 */
export class RepeatedFailures {
  readonly #folds = new Map<string, Fold>();

  /** Whether this one is only counted. */
  hold(entry: NewHistoryEntry): boolean {
    if (!entry.isRead || entry.result === undefined || entry.result === 'done') return false;
    const key = JSON.stringify([entry.staff?.id, entry.action, entry.result, entry.code]);
    const fold = this.#folds.get(key);
    if (!fold || entry.at >= fold.until) {
      // What the window before has counted is still due.
      if (fold?.last) this.#folds.set(`${key} ${fold.until}`, fold);
      this.#folds.set(key, { until: entry.at + FOLD_MS, last: undefined, count: 0 });
      return false;
    }
    fold.last = entry;
    fold.count += 1;
    return true;
  }

  /** When the first minute is over in which something was counted. */
  nextDue(): number | undefined {
    const counting = [...this.#folds.values()].filter(({ last }) => last);
    return counting.length > 0 ? Math.min(...counting.map(({ until }) => until)) : undefined;
  }

  /** The counts whose minute is over. */
  take(now: number): NewHistoryEntry[] {
    const rows: NewHistoryEntry[] = [];
    for (const [key, { until, last, count }] of this.#folds) {
      if (until > now) continue;
      this.#folds.delete(key);
      if (last) rows.push({ ...last, changes: [{ field: 'repeated', before: null, after: String(count) }] });
    }
    return rows;
  }
}
