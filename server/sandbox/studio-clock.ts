import { type Clock, systemClock } from '#kit/clock.ts';

/** The clock of the studio: what is "today", and when tokens end. It can be set, and can stand still. */
export class StudioClock {
  readonly #base: Clock;
  #offset = 0;
  #frozenAt: number | undefined;

  constructor(base: Clock = systemClock) {
    this.#base = base;
  }

  readonly now: Clock = () => this.#frozenAt ?? this.#base() + this.#offset;

  get isRunning(): boolean {
    return this.#frozenAt === undefined;
  }

  /** `instant` in milliseconds since 1970. */
  set(instant: number, isRunning: boolean): void {
    this.#offset = instant - this.#base();
    this.#frozenAt = isRunning ? undefined : instant;
  }

  /** Back to the base clock. */
  restore(): void {
    this.#offset = 0;
    this.#frozenAt = undefined;
  }
}
