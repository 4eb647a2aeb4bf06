import type { Clock } from '#kit/clock.ts';
import type { Lane } from './lane.ts';
import { Ceilings, type Forecast, type SlidingWindow, type Taken, WINDOW_MS } from './sliding-window.ts';

/** The sliding window of one process alone, which forgets it when it ends. */
export class MemoryWindow implements SlidingWindow {
  readonly perMinute: number;
  readonly #ceilings: Ceilings;
  readonly #clock: Clock;
  #open = 0;
  /** When calls of the last minute ended, oldest first. */
  #ends: number[] = [];
  #pausedUntil = 0;

  /** `perMinute` 0 is no limit. `clock` must never be set back or forth. */
  constructor(perMinute: number, clock: Clock) {
    this.perMinute = perMinute;
    this.#ceilings = new Ceilings(perMinute);
    this.#clock = clock;
  }

  async take(lane: Lane): Promise<Taken> {
    const waitMs = this.#forecast()(lane, 0);
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

  async forecast(): Promise<Forecast> {
    return this.#forecast();
  }

  async pause(ms: number): Promise<void> {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock() + ms);
  }

  async close(): Promise<void> {}

  #forecast(): Forecast {
    const now = this.#clock();
    this.#ends = this.#ends.filter((end) => end > now - WINDOW_MS);
    const ended = this.#ends.map((end) => end + WINDOW_MS - now);
    const open = Array.from({ length: this.#open }, () => WINDOW_MS);
    return this.#ceilings.forecast({
      pausedMs: Math.max(this.#pausedUntil - now, 0),
      freeInMs: [...ended, ...open],
    });
  }
}
