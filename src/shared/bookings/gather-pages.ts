import { HttpError } from '#shared/api/errors.ts';
import { type PurchasesPage, type ReadPage, pageCountOf } from './gathered-purchases.ts';

/** Pages asked for at the same time. */
const AT_ONCE = 4;
/** So often in a row, without one page in between, reading may be refused for want of budget. */
const MOST_REFUSALS = 20;
const UNKNOWN_WAIT_MS = 5_000;

export interface GatherOptions {
  /** Pages that are there already, by their number from 0. */
  known: ReadonlyMap<number, ReadPage>;
  readPage: (number: number) => Promise<PurchasesPage>;
  /** Called after each page, and when the budget is used up, with the time after which reading goes on. */
  onProgress: (pages: ReadonlyMap<number, ReadPage>, waitMs?: number) => void;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** ms since 1970. */
  clock: () => number;
  signal: AbortSignal;
}

/**
 * Reads the pages that are missing: the first one alone, as it tells how many there are, then a few at a time. When the
 * budget is used up later on, it waits and goes on. Any other failure is thrown once what is under way has arrived.
 */
export async function gatherPages(options: GatherOptions): Promise<ReadonlyMap<number, ReadPage>> {
  const gathering = new Gathering(options);
  if (!options.known.has(0)) await gathering.readOn();
  await Promise.all(Array.from({ length: AT_ONCE }, () => gathering.readOn()));
  return gathering.end();
}

class Gathering {
  readonly #options: GatherOptions;
  readonly #underWay = new Set<number>();
  readonly #failures: unknown[] = [];
  #pages: ReadonlyMap<number, ReadPage>;
  #pageCount: number;
  #refusals = 0;

  constructor(options: GatherOptions) {
    this.#options = options;
    this.#pages = options.known;
    this.#pageCount = pageCountOf([...options.known.values()].toSorted((a, b) => b.readAt - a.readAt)[0]?.page);
  }

  /** One of several that run beside each other. Before the first page is there, none goes further than that. */
  async readOn(): Promise<void> {
    const isFirst = !this.#pages.has(0);
    for (let number = this.#nextMissing(); number !== undefined; number = this.#nextMissing()) {
      this.#underWay.add(number);
      try {
        await this.#read(number);
      } catch (error) {
        this.#failures.push(error);
      }
      this.#underWay.delete(number);
      if (isFirst && this.#pages.has(0)) return;
    }
  }

  end(): ReadonlyMap<number, ReadPage> {
    this.#options.signal.throwIfAborted();
    if (this.#failures.length > 0) throw this.#failures[0];
    return this.#pages;
  }

  #nextMissing(): number | undefined {
    if (this.#options.signal.aborted || this.#failures.length > 0) return undefined;
    for (let number = 0; number < this.#pageCount; number += 1) {
      if (!this.#pages.has(number) && !this.#underWay.has(number)) return number;
    }
    return undefined;
  }

  async #read(number: number): Promise<void> {
    const { readPage, onProgress, wait, clock, signal } = this.#options;
    try {
      const page = await readPage(number);
      if (signal.aborted) return;
      this.#refusals = 0;
      this.#pageCount = pageCountOf(page);
      this.#pages = new Map(this.#pages).set(number, { page, readAt: clock() });
      onProgress(this.#pages);
    } catch (error) {
      const waitMs = refusedFor(error);
      this.#refusals += 1;
      const isHopeless = this.#pages.size === 0 || this.#refusals > MOST_REFUSALS;
      if (waitMs === undefined || isHopeless || signal.aborted) throw error;
      onProgress(this.#pages, waitMs);
      await wait(waitMs, signal);
    }
  }
}

/** How long to wait before asking again; nothing when waiting will not help. */
function refusedFor(error: unknown): number | undefined {
  if (!(error instanceof HttpError) || error.body.code !== 'rate_limited') return undefined;
  return Math.max(error.body.retryAfterMs ?? UNKNOWN_WAIT_MS, 250);
}
