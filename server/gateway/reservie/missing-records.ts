import { Problem } from '../http/problem.ts';

/** Short: what is made in Reservie is found half a minute later at the latest. */
const KEPT_MS = 30_000;
const MOST_KEPT = 2_000;

/** What Reservie said a moment ago that it does not have: asking again at once would cost the budget and say the same. */
export class MissingRecords {
  readonly #found = new Map<string, { problem: Problem; until: number }>();

  note(key: string, error: unknown, now: number): void {
    if (!(error instanceof Problem) || error.code !== 'not_found') return;
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

  deleteAll(prefix: string): void {
    for (const key of this.#found.keys()) if (key.startsWith(prefix)) this.#found.delete(key);
  }
}
