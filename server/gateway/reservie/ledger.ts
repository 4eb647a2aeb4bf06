import type { Clock } from '#kit/clock.ts';
import type { Lane } from './lane.ts';

/** The previous API generation's published figure (reference/reservie-api.md, "Errors, limits, consistency"). */
export const DEFAULT_REQUESTS_PER_MINUTE = 100;

/** The right to one call. */
export interface Slot {
  /** The answer is here, or the call was given up: only from now on can Reservie's minute begin to run out. */
  end: () => void;
  /** Nothing was sent. */
  giveBack: () => void;
}

export type Taken = { slot: Slot } | { waitMs: number };

/**
 * The books of the request budget. Asynchronous, so that processes may share one in a database: a slot is then a row with
 * the moment of its end, and one whose process died ends a minute after the longest timeout.
 */
export interface Ledger {
  take: (lane: Lane) => Promise<Taken>;
  /** Milliseconds until a call of this lane gets its turn when `ahead` others go first; 0 when it can go now. */
  forecast: (lane: Lane, ahead: number) => Promise<number>;
  /** Nobody takes anything for so long. */
  pause: (ms: number) => Promise<void>;
}

/** A minute, and what two computers' clocks may disagree on it. */
const WINDOW_MS = 60_100;

/** Never reached while it is the limit. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Never more than `perMinute` calls in any sixty seconds, wherever Reservie's window begins and whether it slides. A slot is
 * held from before its call leaves until a minute after its answer came. Reservie counted the call some time between the
 * two, so whatever sixty seconds it looks at, all calls counted in them held slots when the last of them left.
 */
export class MemoryLedger implements Ledger {
  readonly #ceilings: Readonly<Record<Lane, number>>;
  readonly #clock: Clock;
  #open = 0;
  /** When calls of the last minute ended, oldest first. */
  #ends: number[] = [];
  #pausedUntil = 0;

  /** `perMinute` 0 is no limit. `clock` must never be set back or forth. */
  constructor(perMinute: number, clock: Clock) {
    this.#ceilings = ceilingsOf(perMinute);
    this.#clock = clock;
  }

  async take(lane: Lane): Promise<Taken> {
    const waitMs = this.#waitMs(lane, 0);
    if (waitMs > 0) return { waitMs };
    this.#open += 1;
    let isOpen = true;
    const close = () => {
      const wasOpen = isOpen;
      isOpen = false;
      if (wasOpen) this.#open -= 1;
      return wasOpen;
    };
    return {
      slot: {
        end: () => {
          if (close()) this.#ends.push(this.#clock());
        },
        giveBack: () => void close(),
      },
    };
  }

  async forecast(lane: Lane, ahead: number): Promise<number> {
    return this.#waitMs(lane, ahead);
  }

  async pause(ms: number): Promise<void> {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock() + ms);
  }

  #waitMs(lane: Lane, ahead: number): number {
    const now = this.#clock();
    this.#ends = this.#ends.filter((end) => end > now - WINDOW_MS);
    const paused = Math.max(this.#pausedUntil - now, 0);
    const surplus = this.#open + this.#ends.length + ahead + 1 - this.#ceilings[lane];
    if (surplus <= 0) return paused;
    // The calls under way end one day, and hold their slots for a minute more.
    const freed = this.#ends[surplus - 1];
    return Math.max(paused, freed === undefined ? WINDOW_MS : freed + WINDOW_MS - now);
  }
}

/** What each lane may fill: saves keep a reserve, and what nobody waits for leaves room for what somebody does. */
function ceilingsOf(perMinute: number): Record<Lane, number> {
  if (perMinute === 0) return { write: NO_LIMIT, interactive: NO_LIMIT, background: NO_LIMIT, prefetch: NO_LIMIT };
  const share = (part: number) => Math.max(Math.floor(perMinute * part), 1);
  return { write: perMinute, interactive: share(0.94), background: share(0.6), prefetch: share(0.4) };
}
