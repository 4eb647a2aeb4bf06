import type { Lane, Slot } from './lane.ts';

/** The previous API generation's published figure (docs/reservie-api.md, "Errors, limits, consistency"). */
export const DEFAULT_REQUESTS_PER_MINUTE = 100;

export type Taken = { slot: Slot } | { waitMs: number };

/** Milliseconds until a call of this lane gets its turn when `ahead` others go first; 0 when it can go now. */
export type Forecast = (lane: Lane, ahead: number) => number;

/**
 * The request budget as a sliding-window log: never more than so many calls in any sixty seconds, wherever Reservie's
 * window begins and whether it slides. A slot is held from before its call leaves until a minute after its answer came.
 * Reservie counted the call some time between the two, so whatever sixty seconds it looks at, all calls counted in them
 * held slots when the last of them left.
 */
export interface SlidingWindow {
  /** 0 is no limit. */
  readonly perMinute: number;
  /** `waitMs`: when to ask again, at the latest. */
  take: (lane: Lane) => Promise<Taken>;
  /** By what is held now. */
  forecast: () => Promise<Forecast>;
  /** No slot is given for so long. */
  pause: (ms: number) => Promise<void>;
  /** Ends when all that happened is recorded. */
  close: () => Promise<void>;
}

/** A minute, and what two computers' clocks may disagree on it. */
export const WINDOW_MS = 60_100;

/** Never reached while it is the limit. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** A save reads and writes. */
export const CALLS_OF_A_SAVE = 2;
/** Of fewer calls a minute, a whole save cannot be kept back. */
const SMALLEST_WITH_SAVES = 10;

/** What is held at one moment, in milliseconds from then. */
export interface Balance {
  pausedMs: number;
  /** When each slot that is held gets free, the first one first; one of a call under way a whole minute from now. */
  freeInMs: readonly number[];
}

/**
 * What each lane may fill: saves keep a reserve, of one save at least, and background work leaves room for what users
 * wait for. 0 is no limit.
 */
export class Ceilings {
  readonly #most: Readonly<Record<Lane, number>>;

  constructor(perMinute: number) {
    this.#most = ceilingsOf(perMinute);
  }

  of(lane: Lane): number {
    return this.#most[lane];
  }

  forecast({ pausedMs, freeInMs }: Balance): Forecast {
    return (lane, ahead) => {
      const surplus = freeInMs.length + ahead + 1 - this.#most[lane];
      if (surplus <= 0) return pausedMs;
      // Those ahead will hold their slots for a minute too.
      return Math.max(pausedMs, freeInMs[surplus - 1] ?? WINDOW_MS);
    };
  }
}

function ceilingsOf(perMinute: number): Record<Lane, number> {
  if (perMinute === 0) return { write: NO_LIMIT, interactive: NO_LIMIT, background: NO_LIMIT, prefetch: NO_LIMIT };
  const share = (part: number) => Math.max(Math.floor(perMinute * part), 1);
  const most = share(0.9);
  const interactive = perMinute < SMALLEST_WITH_SAVES ? most : Math.min(most, perMinute - CALLS_OF_A_SAVE);
  return { write: perMinute, interactive, background: share(0.6), prefetch: share(0.3) };
}
