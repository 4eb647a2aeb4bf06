import type { Clock } from '#kit/clock.ts';

export type HealthName = 'ok' | 'slow' | 'limited' | 'refused' | 'down';

export interface Health {
  state: HealthName;
  /** In milliseconds since 1970. */
  since: number;
  missingScopes: string[];
}

/** A call this long makes a page feel stuck. */
const SLOW_MS = 2_500;
/** So many of the last calls tell more than chance. */
const LAST_CALLS = 8;
const SLOW_CALLS = 3;
/** What was slow so long ago says nothing about now. */
const MEMORY_MS = 120_000;

/** What the calls of the last minutes say about Reservie, in the words of the studio's banner. Pure. */
export class HealthRecord {
  readonly #clock: Clock;
  readonly #missingScopes = new Set<string>();
  #calls: { at: number; isSlow: boolean }[] = [];
  #refusedSince: number | undefined;
  #limitedUntil = 0;
  #last: { state: HealthName; since: number };

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = { state: 'ok', since: clock() };
  }

  /** Reservie answered a call, well or badly, or was given up after so long. */
  recordDuration(ms: number): void {
    this.#calls = [...this.#calls, { at: this.#clock(), isSlow: ms >= SLOW_MS }].slice(-LAST_CALLS);
  }

  /** It granted a token or data: whatever was refused is not any more. */
  recordGranted(scope: string | undefined): void {
    this.#refusedSince = undefined;
    if (scope !== undefined) this.#missingScopes.delete(scope);
  }

  recordRefused(): void {
    this.#refusedSince ??= this.#clock();
  }

  recordMissingScope(scope: string): void {
    this.#missingScopes.add(scope);
  }

  recordLimited(ms: number): void {
    this.#limitedUntil = Math.max(this.#limitedUntil, this.#clock() + ms);
  }

  /** `downSince` from the breaker, `waitMs` from the budget: what a page would wait for its turn now. */
  read(downSince: number | undefined, waitMs: number): Health {
    const now = this.#clock();
    const { state, since } = this.#judge(now, downSince, waitMs);
    if (state !== this.#last.state) this.#last = { state, since };
    return { ...this.#last, missingScopes: [...this.#missingScopes].toSorted() };
  }

  #judge(now: number, downSince: number | undefined, waitMs: number): { state: HealthName; since: number } {
    if (this.#refusedSince !== undefined) return { state: 'refused', since: this.#refusedSince };
    if (downSince !== undefined) return { state: 'down', since: downSince };
    if (now < this.#limitedUntil || waitMs > SLOW_MS) return { state: 'limited', since: now };
    const slow = this.#calls.filter(({ at, isSlow }) => isSlow && at > now - MEMORY_MS);
    return { state: slow.length >= SLOW_CALLS ? 'slow' : 'ok', since: now };
  }
}
