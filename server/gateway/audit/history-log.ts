import type { Clock, Schedule } from '#kit/clock.ts';
import { FOLD_MS, RepeatedFailures } from './repeated-failures.ts';
import { type NewHistoryEntry, type Outcome, appendHistory, appendOutcome } from '../store/history.ts';
import type { Store } from '../store/store.ts';

/** Reads are written down this long after they happened, together. */
const PAUSE_MS = 250;
/** After a failure the database is left in peace for this long. */
const LONG_PAUSE_MS = 5_000;
const ROWS_AT_ONCE = 500;
const LONGEST_QUEUE = 20_000;

export interface HistoryLogOptions {
  store: Store;
  clock: Clock;
  schedule: Schedule;
  /** Told what cannot be recorded; without personal data. */
  onTrouble: (message: string) => void;
  longestQueue?: number;
}

type WithoutMoment<Record> = Omit<Record, 'at'>;

/**
 * The record of who did what. Writes are on disk before they are attempted; reads are recorded in the background, so
 * that no request waits for it. Should the database fail for so long that the queue is full, how many were lost is recorded.
 */
export class HistoryLog {
  readonly #options: HistoryLogOptions;
  #queue: NewHistoryEntry[] = [];
  readonly #failures = new RepeatedFailures();
  #countdown: (() => void) | undefined;
  #lost = 0;
  #callOff: (() => void) | undefined;
  #writing: Promise<void> | undefined;

  constructor(options: HistoryLogOptions) {
    this.#options = options;
  }

  /** @returns the record's id, for `end`. @throws when it cannot be recorded: then it must not be done. */
  async begin(entry: WithoutMoment<NewHistoryEntry>): Promise<string> {
    const { store, clock } = this.#options;
    const [id] = await appendHistory(store, [{ ...entry, at: clock() }]);
    if (id === undefined) throw new Error('Nothing was recorded.');
    return id;
  }

  /** Never throws: what was done stays done, and a record without an end says that much. */
  async end(id: string, outcome: WithoutMoment<Outcome>): Promise<void> {
    const { store, clock, onTrouble } = this.#options;
    try {
      await appendOutcome(store, id, { ...outcome, at: clock() });
    } catch {
      onTrouble('The end of a recorded act could not be recorded.');
    }
  }

  /** Records in the background what has happened. */
  record(entry: WithoutMoment<NewHistoryEntry>): void {
    const { clock, onTrouble, longestQueue = LONGEST_QUEUE } = this.#options;
    const noted = { ...entry, at: clock() };
    if (this.#failures.hold(noted)) {
      this.#awaitCounts();
      return;
    }
    if (this.#queue.length >= longestQueue) {
      if (this.#lost === 0) onTrouble('The database does not keep up: what staff look at is not recorded.');
      this.#lost += 1;
      return;
    }
    this.#queue.push(noted);
    this.#schedule(PAUSE_MS);
  }

  /** Writes what waits. Never throws; what fails waits for the next time. */
  async flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  /** Counts of what is still going on included. */
  async close(): Promise<void> {
    this.#countdown?.();
    this.#queue.push(...this.#failures.take(Infinity));
    await this.flush();
  }

  /** One countdown for all counts, set again until each is told. */
  #awaitCounts(): void {
    if (this.#countdown) return;
    const { clock, schedule } = this.#options;
    const due = this.#failures.nextDue();
    if (due === undefined) return;
    // A clock that was set back puts it far off: it is looked at again each minute.
    this.#countdown = schedule(Math.min(due - clock(), FOLD_MS), () => {
      this.#countdown = undefined;
      this.#queue.push(...this.#failures.take(clock()));
      this.#schedule(PAUSE_MS);
      this.#awaitCounts();
    });
  }

  #schedule(ms: number): void {
    this.#callOff ??= this.#options.schedule(ms, () => void this.flush());
  }

  async #write(): Promise<void> {
    const { store, clock, onTrouble } = this.#options;
    try {
      while (this.#queue.length > 0) {
        const batch = this.#queue.slice(0, ROWS_AT_ONCE);
        await appendHistory(store, batch);
        this.#queue.splice(0, batch.length);
      }
      if (this.#lost > 0) {
        const subject = `${this.#lost} records`;
        await appendHistory(store, [{ at: clock(), action: 'recordsLost', isRead: false, subject, result: 'failed' }]);
        this.#lost = 0;
      }
    } catch {
      onTrouble('What staff look at could not be recorded; it is tried again.');
      this.#schedule(LONG_PAUSE_MS);
    }
  }
}
