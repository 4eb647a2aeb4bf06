import type { Clock } from '#kit/clock.ts';
import { Problem } from '../http/problem.ts';

export interface Token {
  value: string;
  /** From the moment it was issued. */
  lifetimeMs: number;
}

/** A token this close to its end is renewed while it is still used. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A token this close to its end might die on the way: wait for the new one. */
const UNUSABLE_BEFORE_MS = 30_000;
/** Refused credentials stay refused for a while: asking again with every request does not help. */
const REFUSAL_HOLDS_MS = 15_000;

/** Holds the one access token: renewed ahead of time, one renewal at a time (no refresh token exists: seed, "Token"). */
export class TokenSource {
  readonly #issue: () => Promise<Token>;
  readonly #clock: Clock;
  #held: { value: string; renewAt: number; unusableAt: number } | undefined;
  #renewal: Promise<string> | undefined;
  #refusal: { problem: Problem; until: number } | undefined;

  constructor(issue: () => Promise<Token>, clock: Clock) {
    this.#issue = issue;
    this.#clock = clock;
  }

  /** @throws Problem — `reservie_refused`, or what kept us from asking. */
  async get(): Promise<string> {
    const now = this.#clock();
    if (!this.#held || now >= this.#held.unusableAt) return this.#renew();
    // A failed early renewal is no loss: the token in hand still works. The next call tries again; after a refusal, a later one.
    if (now >= this.#held.renewAt && !this.#standingRefusal()) this.#renew().catch(() => undefined);
    return this.#held.value;
  }

  /** Reservie answered 401 to this token; a newer one is left alone. */
  invalidate(value: string): void {
    if (this.#held?.value === value) this.#held = undefined;
  }

  /** Data calls are refused even with a new token: it is not asked again for a while. */
  refuse(problem: Problem): void {
    this.#held = undefined;
    this.#rememberRefusal(problem);
  }

  #rememberRefusal(problem: Problem): void {
    this.#refusal = { problem, until: this.#clock() + REFUSAL_HOLDS_MS };
  }

  #standingRefusal(): Problem | undefined {
    return this.#refusal && this.#clock() < this.#refusal.until ? this.#refusal.problem : undefined;
  }

  #renew(): Promise<string> {
    this.#renewal ??= this.#ask().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #ask(): Promise<string> {
    const refusal = this.#standingRefusal();
    if (refusal) throw refusal;
    const asked = this.#clock();
    try {
      const { value, lifetimeMs } = await this.#issue();
      const end = asked + lifetimeMs;
      // Margins shrink for a token that lives shorter than the documented hour.
      const renewAt = end - Math.min(RENEW_BEFORE_MS, lifetimeMs / 4);
      const unusableAt = end - Math.min(UNUSABLE_BEFORE_MS, lifetimeMs / 10);
      this.#held = { value, renewAt, unusableAt };
      this.#refusal = undefined;
      return value;
    } catch (error) {
      // Data calls may be granted all the same: a token in hand is used to its end.
      if (error instanceof Problem && error.code === 'reservie_refused') this.#rememberRefusal(error);
      throw error;
    }
  }
}
