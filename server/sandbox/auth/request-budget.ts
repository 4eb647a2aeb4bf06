import type { Clock } from '#kit/clock.ts';

const MINUTE = 60_000;

/** The previous API generation's published figure (docs/reservie-api.md, "Errors, limits, consistency"). */
export const DEFAULT_BUDGET = 100;

/**
 * So many requests in any sixty seconds, for each client: a sliding window, the strictest reading of "100 a minute".
 * Refused requests cost nothing.
 */
export class RequestBudget {
  /** Requests a minute; 0 is no limit. */
  perMinute: number;
  readonly #clock: Clock;
  readonly #spent = new Map<string, number[]>();

  constructor(perMinute: number, clock: Clock) {
    this.perMinute = perMinute;
    this.#clock = clock;
  }

  /** Takes one request from a client's budget: 0 when granted, otherwise the milliseconds until one is free. */
  take(clientId: string): number {
    if (this.perMinute === 0) return 0;
    const now = this.#clock();
    const recent = (this.#spent.get(clientId) ?? []).filter((at) => at > now - MINUTE);
    this.#spent.set(clientId, recent);
    const blocking = recent[recent.length - this.perMinute];
    if (blocking !== undefined) return blocking + MINUTE - now;
    recent.push(now);
    return 0;
  }
}
