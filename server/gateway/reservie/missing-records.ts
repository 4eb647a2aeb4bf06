import { NotSent, Problem } from '../http/problem.ts';

/** Short: what is made in Reservie is found half a minute later at the latest. */
const KEPT_MS = 30_000;
const MOST_KEPT = 2_000;
/**
 * What one member of staff may ask for in a minute that does not exist: three deleted customers with all their tabs, but no
 * walk through ids. It would cost all others' budget.
 */
export const MOST_MISSING = 20;
/** From here on such reads wait behind all others'. */
const FIRST_MISSING = 5;
const COUNTED_MS = 60_000;

/** What Reservie said a moment ago that it does not have: asking again at once would cost the budget and say the same. */
export class MissingRecords {
  readonly #found = new Map<string, { problem: Problem; until: number }>();
  /** When each member of staff asked in vain. */
  readonly #inVain = new Map<string, number[]>();

  record(key: string, error: unknown, now: number, staffIds: Iterable<string | undefined>): void {
    if (!(error instanceof Problem) || error.code !== 'not_found') return;
    for (const staffId of staffIds) {
      if (staffId !== undefined) this.#inVain.set(staffId, [...this.#recent(staffId, now), now]);
    }
    this.#found.delete(key);
    this.#found.set(key, { problem: error, until: now + KEPT_MS });
    const [oldest] = this.#found.keys();
    if (this.#found.size > MOST_KEPT && oldest !== undefined) this.#found.delete(oldest);
  }

  find(key: string, now: number): Problem | undefined {
    const known = this.#found.get(key);
    if (!known || known.until > now) return known?.problem;
    this.#found.delete(key);
    return undefined;
  }

  /** Whether this member of staff has asked in vain several times. */
  isGuessing(staffId: string | undefined, now: number): boolean {
    return staffId !== undefined && this.#recent(staffId, now).length >= FIRST_MISSING;
  }

  /** @throws NotSent `rate_limited` where this member of staff has asked in vain too often. */
  refuseGuesses(staffId: string | undefined, now: number): void {
    if (staffId === undefined) return;
    const recent = this.#recent(staffId, now);
    const [first] = recent;
    if (first === undefined || recent.length < MOST_MISSING) return;
    const message = 'Too much was asked for that does not exist.';
    throw new NotSent('rate_limited', message, { retryAfterMs: Math.max(first + COUNTED_MS - now, 1_000) });
  }

  #recent(staffId: string, now: number): number[] {
    const recent = (this.#inVain.get(staffId) ?? []).filter((at) => at > now - COUNTED_MS);
    if (recent.length === 0) this.#inVain.delete(staffId);
    return recent;
  }

  deleteAll(prefix: string): void {
    for (const key of this.#found.keys()) if (key.startsWith(prefix)) this.#found.delete(key);
  }
}
