import { LRUCache } from 'lru-cache';

export interface CachedAnswer {
  /** JSON as Reservie sent it; never changed by its readers. */
  json: unknown;
  /** When Reservie gave it, in milliseconds since 1970. */
  asOf: number;
}

export interface CacheLimits {
  entries: number;
  /** Of all answers as text, about. */
  bytes: number;
}

/**
 * The last answers, the least recently used one leaving first, and each when its time is over, asked for or not. What is too
 * large for the whole is not kept at all.
 */
export class AnswerCache {
  readonly #kept: LRUCache<string, CachedAnswer>;

  constructor({ entries, bytes }: CacheLimits) {
    this.#kept = new LRUCache({
      max: entries,
      maxSize: bytes,
      // A timer for each answer; none keeps the process alive.
      ttlAutopurge: true,
      // Not rounded, as `steadyClock` is: a timer that finds an age of exactly the lifetime is not set again.
      perf: { now: () => performance.now() },
      sizeCalculation: ({ json }, key) => JSON.stringify(json).length + key.length,
    });
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  get(key: string): CachedAnswer | undefined {
    return this.#kept.get(key);
  }

  /** `lifetimeMs` from now; more than 0, which would be for ever. */
  set(key: string, answer: CachedAnswer, lifetimeMs: number): void {
    this.#kept.set(key, answer, { ttl: lifetimeMs });
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  /** Drops all, and their timers. */
  clear(): void {
    this.#kept.clear();
  }

  /** Drops every answer whose key begins so. */
  deleteAll(prefix: string): void {
    const found = [...this.#kept.keys()].filter((key) => key.startsWith(prefix));
    for (const key of found) this.#kept.delete(key);
  }
}
