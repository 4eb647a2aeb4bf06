import { randomUUID } from 'node:crypto';
import { type Clock, steadyClock } from '#kit/clock.ts';
import {
  type BudgetTable,
  claimSlot,
  endSlot,
  type HeldSlot,
  pauseClaims,
  readBudget,
  removeSlot,
} from '../store/budget-slots.ts';
import type { Store } from '../store/store.ts';
import { inTime } from '#kit/in-time.ts';
import type { Lane, Slot } from './lane.ts';
import { Ceilings, type Forecast, type SlidingWindow, type Taken, WINDOW_MS } from './sliding-window.ts';
import { MemoryWindow } from './memory-window.ts';

/** Other processes do not announce what they end or give back: while they might, this one polls so often. */
const LOOK_AGAIN_MS = 1_000;
/** As long as a save may wait for its turn. A healthy database answers in milliseconds. */
const LONGEST_WAIT_MS = 4_000;

interface SlidingWindowOptions {
  /** 0 is no limit. */
  perMinute: number;
  /** Instead of the database's on PostgreSQL, and of this process's on SQLite. */
  clock?: Clock | undefined;
  /** No call takes longer. */
  longestCallMs: number;
  onTrouble: (message: string) => void;
  /** How long the database may take to answer. */
  patienceMs?: number;
}

/**
 * The sliding window in the database, for all processes on it: a slot is a row with the moment at which it is free. That
 * of a process that died is free a minute after the longest call. A database that fails or is slow means that nothing is
 * granted, soon and with an error; what could not be recorded errs on the side of a slot that is held for too long.
 */
export class DatabaseWindow implements SlidingWindow {
  readonly perMinute: number;
  readonly #table: BudgetTable;
  readonly #options: SlidingWindowOptions;
  readonly #ceilings: Ceilings;
  readonly #holder = randomUUID();
  readonly #writing = new Set<Promise<void>>();
  #isInTrouble = false;
  #isClosed = false;

  constructor(store: Store, options: SlidingWindowOptions) {
    this.#table = { store, clock: options.clock ?? (store.kind === 'sqlite' ? steadyClock : undefined) };
    this.#options = options;
    this.perMinute = options.perMinute;
    this.#ceilings = new Ceilings(options.perMinute);
  }

  take(lane: Lane): Promise<Taken> {
    return this.#ask(this.#take(lane), (late) => {
      if ('slot' in late) late.slot.giveBack();
    });
  }

  forecast(): Promise<Forecast> {
    return this.#ask(this.#read().then(({ forecast }) => forecast));
  }

  async pause(ms: number): Promise<void> {
    this.#write(() => pauseClaims(this.#table, ms));
    await Promise.all(this.#writing);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#writing);
  }

  async #take(lane: Lane): Promise<Taken> {
    // What was given back a moment ago is free again.
    await Promise.all(this.#writing);
    const id = randomUUID();
    const longestMs = this.#options.longestCallMs + LONGEST_WAIT_MS + WINDOW_MS;
    const isGranted = await claimSlot(this.#table, {
      id,
      holder: this.#holder,
      ceiling: this.#ceilings.of(lane),
      longestMs,
    });
    if (isGranted) return { slot: this.#slot(id) };
    const { forecast, isOpenElsewhere } = await this.#read();
    const waitMs = Math.max(forecast(lane, 0), 1);
    return { waitMs: isOpenElsewhere ? Math.min(waitMs, LOOK_AGAIN_MS) : waitMs };
  }

  async #read(): Promise<{ forecast: Forecast; isOpenElsewhere: boolean }> {
    // Read-your-writes: a call that has just ended counts as ended.
    await Promise.all(this.#writing);
    const { now, pausedUntil, slots } = await readBudget(this.#table);
    // A process that holds a slot for longer than any call takes has died: when that one is free is known.
    const isUnderWay = ({ isOpen, freeAt }: HeldSlot) => isOpen && freeAt - now > WINDOW_MS;
    const freeInMs = slots.map((slot) => (isUnderWay(slot) ? WINDOW_MS : slot.freeAt - now)).toSorted((a, b) => a - b);
    return {
      forecast: this.#ceilings.forecast({ pausedMs: Math.max(pausedUntil - now, 0), freeInMs }),
      isOpenElsewhere: slots.some((slot) => isUnderWay(slot) && slot.holder !== this.#holder),
    };
  }

  #slot(id: string): Slot {
    let isOpen = true;
    const close = (write: () => Promise<void>) => {
      if (isOpen) this.#write(write);
      isOpen = false;
    };
    return {
      end: () => close(() => endSlot(this.#table, { id, holder: this.#holder }, WINDOW_MS)),
      giveBack: () => close(() => removeSlot(this.#table, id)),
    };
  }

  /** No call waits for it; after the end, a slot gets free by itself. */
  #write(write: () => Promise<void>): void {
    if (this.#isClosed) return;
    const writing = this.#ask(write())
      .catch(() => undefined)
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** @throws when the database fails, or does not answer in time; the first time it is logged. */
  async #ask<Answer>(work: Promise<Answer>, onLate?: (answer: Answer) => void): Promise<Answer> {
    try {
      const answer = await inTime(work, this.#options.patienceMs ?? LONGEST_WAIT_MS, onLate);
      this.#isInTrouble = false;
      return answer;
    } catch (error) {
      if (!this.#isInTrouble) this.#options.onTrouble('The database does not keep the request budget.');
      this.#isInTrouble = true;
      throw error;
    }
  }
}

/** The window of a gateway. Without a limit there is nothing to share, and the database is left alone. */
export function openSlidingWindow(store: Store, options: SlidingWindowOptions): SlidingWindow {
  if (options.perMinute > 0) return new DatabaseWindow(store, options);
  return new MemoryWindow(0, options.clock ?? steadyClock);
}
