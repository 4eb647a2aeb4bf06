import type { Clock } from '#kit/clock.ts';
import { Problem } from '../http/problem.ts';
import { type Outcome, Breaker } from './breaker.ts';
import { Budget } from './budget.ts';
import { type UpstreamAnswer, problemOfAnswer, problemOfException } from './errors.ts';
import { type Health, HealthRecord } from './health.ts';
import type { Slot, Urgency } from './lane.ts';
import type { SlidingWindow } from './sliding-window.ts';
import type { Metrics } from '../metrics/metrics.ts';

export type CallMetrics = Pick<Metrics, 'callEnded' | 'waited' | 'refused'>;

export interface Guarded {
  /** Such as `GET /customer/{customerId}/profile`: what fails and rests on its own. */
  operation: string;
  isRead: boolean;
  urgency: Urgency;
}

/** Every single call to Reservie passes here: the circuit breaker, its turn in the budget, and the record of what came of it. */
export class GuardedCalls {
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #breaker: Breaker;
  readonly #metrics: CallMetrics | undefined;
  readonly health: HealthRecord;

  constructor(window: SlidingWindow, clock: Clock, metrics?: CallMetrics) {
    this.#metrics = metrics;
    this.#clock = clock;
    this.#budget = new Budget(window, clock);
    this.#breaker = new Breaker(clock);
    this.health = new HealthRecord(clock);
  }

  /** Answers whatever status Reservie answered. @throws Problem */
  async send(guarded: Guarded, send: () => Promise<UpstreamAnswer>): Promise<UpstreamAnswer> {
    const { operation, isRead, urgency } = guarded;
    // No call stands in line for what rests anyway.
    if (this.#breaker.restMs(operation, isRead) > 0) this.#breaker.enter(operation, isRead);
    const slot = await this.#waitForTurn(urgency);
    let leave: (outcome: Outcome) => void;
    try {
      leave = this.#breaker.enter(operation, isRead);
    } catch (error) {
      slot.giveBack();
      throw error;
    }
    const sentAt = this.#clock();
    let outcome: Outcome = 'failed';
    let status: number | string = 'internal';
    try {
      const answer = await send();
      status = answer.status;
      outcome = answer.status >= 500 ? 'failed' : 'answered';
      if (answer.status === 429) await this.#slowDown(answer);
      return answer;
    } catch (error) {
      const problem = problemOfException(error);
      status = problem.code;
      if (problem.code === 'reservie_malformed') outcome = 'neither';
      throw problem;
    } finally {
      slot.end();
      leave(outcome);
      const ms = this.#clock() - sentAt;
      this.health.recordDuration(ms);
      this.#metrics?.callEnded(operation, status, ms);
    }
  }

  /** The places of a whole save, so that what it has read can also be written; `Urgency.leave` gives back the rest. */
  async takePlaces(urgency: Urgency, places: number): Promise<void> {
    urgency.places.push(...(await this.#inLine(urgency, () => this.#budget.take(urgency, places))));
  }

  /** Costs no call. `retryAfterMs` where waiting helps. */
  async readHealth(): Promise<Health & { retryAfterMs?: number }> {
    // A window that cannot be read says nothing about Reservie.
    const waitMs = await this.#budget.forecast('interactive').catch(() => 0);
    const health = this.health.read(this.#breaker.downSince, waitMs);
    return waitMs > 0 && health.state === 'limited' ? { ...health, retryAfterMs: Math.ceil(waitMs) } : health;
  }

  get waiting(): number {
    return this.#budget.waiting;
  }

  close(): void {
    this.#budget.close();
  }

  async #waitForTurn(urgency: Urgency): Promise<Slot> {
    return urgency.places.shift() ?? this.#inLine(urgency, () => this.#budget.take(urgency));
  }

  async #inLine<Taken>({ lane }: Urgency, take: () => Promise<Taken>): Promise<Taken> {
    const since = this.#clock();
    try {
      const taken = await take();
      this.#metrics?.waited(lane, this.#clock() - since);
      return taken;
    } catch (error) {
      this.#metrics?.refused(lane);
      throw error;
    }
  }

  async #slowDown(answer: UpstreamAnswer): Promise<void> {
    const { retryAfterMs = 0 } = problemOfAnswer(answer, undefined, this.#clock()).details;
    this.health.recordLimited(retryAfterMs);
    await this.#budget.pause(retryAfterMs);
  }
}

/** What a problem says about how Reservie regards this studio, for the banner; the caller is told the problem itself. */
export function recordProblem(health: HealthRecord, problem: unknown): void {
  if (!(problem instanceof Problem)) return;
  if (problem.code === 'reservie_refused') health.recordRefused();
  if (problem.code === 'missing_scope' && problem.details.scope !== undefined) {
    health.recordMissingScope(problem.details.scope);
  }
}
