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

interface Entry extends CachedAnswer {
  bytes: number;
}

/** The last answers, the least recently used one leaving first. What is too large for the whole is not kept at all. */
export class AnswerCache {
  readonly #limits: CacheLimits;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(limits: CacheLimits) {
    this.#limits = limits;
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.#entries.size, bytes: this.#bytes };
  }

  get(key: string): CachedAnswer | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    // Maps remember the order of insertion: the first key is the least recently used one.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, answer: CachedAnswer): void {
    this.delete(key);
    const bytes = JSON.stringify(answer.json).length + key.length;
    this.#entries.set(key, { ...answer, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limits.entries && this.#bytes <= this.#limits.bytes) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }

  /** Drops every answer whose key begins so. */
  deleteAll(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.delete(key);
  }
}
