import type { Clock } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';

const FAILURES_TO_OPEN = 5;
const FIRST_REST_MS = 5_000;
/**
 * A probe every twenty seconds costs three calls a minute of the hundred that a studio may have. And within a minute of
 * Reservie working again all is settled, also when a probe failed at the last moment: 8 s until it gave up, this rest, and
 * the next probe.
 */
const LONGEST_REST_MS = 20_000;

/** What came of a call: `neither` when it says nothing about whether the far side works. */
export type Outcome = 'answered' | 'failed' | 'neither';

interface Circuit {
  failures: number;
  /** Ends of the current rest; undefined while closed. */
  restUntil: number | undefined;
  openedAt: number;
  rests: number;
  isProbing: boolean;
}

/**
 * Stops asking what does not answer. An operation that fails five times in a row rests alone, so that one broken panel takes
 * no other down; when several operations fail and nothing succeeds in between, all of Reservie rests. After the rest one
 * read tries whether it works again; each failed try doubles the rest, up to 20 s. Writes rest only with all of Reservie:
 * a user pressed a button, and no read could find out whether that works again.
 */
export class Breaker {
  readonly #clock: Clock;
  readonly #whole = newCircuit();
  readonly #operations = new Map<string, Circuit>();
  readonly #failing = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** When all of Reservie began to rest, in milliseconds since 1970. */
  get downSince(): number | undefined {
    return this.#whole.restUntil === undefined ? undefined : this.#whole.openedAt;
  }

  /** How long no call of `operation` is allowed; 0 when one may try. A write is no probe of all of Reservie: reads find out. */
  restMs(operation: string, isRead: boolean): number {
    const now = this.#clock();
    const rests = this.#circuits(operation, isRead).map(({ restUntil, isProbing }) => {
      if (restUntil === undefined) return 0;
      return now < restUntil ? restUntil - now : isProbing || !isRead ? 1_000 : 0;
    });
    return Math.max(...rests);
  }

  /**
   * Begins a call; the function that it answers must be told how it ended.
   * @throws NotSent `reservie_unavailable` with `retryAfterMs`.
   */
  enter(operation: string, isRead: boolean): (outcome: Outcome) => void {
    const restMs = this.restMs(operation, isRead);
    if (restMs > 0) {
      throw new NotSent('reservie_unavailable', 'Reservie has not been answering.', { retryAfterMs: restMs });
    }
    const probed = this.#circuits(operation, isRead).filter(({ restUntil }) => restUntil !== undefined);
    for (const circuit of probed) circuit.isProbing = true;
    return (outcome) => {
      for (const circuit of probed) circuit.isProbing = false;
      if (outcome === 'answered') this.#answered(operation);
      if (outcome === 'failed') this.#failed(operation, isRead);
    };
  }

  #answered(operation: string): void {
    this.#failing.clear();
    this.#operations.delete(operation);
    Object.assign(this.#whole, newCircuit());
  }

  #failed(operation: string, isRead: boolean): void {
    this.#failing.add(operation);
    if (isRead) {
      const own = this.#operations.get(operation) ?? newCircuit();
      this.#operations.set(operation, own);
      this.#count(own, true);
    }
    this.#count(this.#whole, this.#failing.size > 1);
  }

  #count(circuit: Circuit, mayOpen: boolean): void {
    const now = this.#clock();
    circuit.failures += 1;
    if (!mayOpen || circuit.failures < FAILURES_TO_OPEN) return;
    // Calls that left before the circuit opened, and fail after, say nothing new.
    if (circuit.restUntil !== undefined && now < circuit.restUntil) return;
    if (circuit.restUntil === undefined) circuit.openedAt = now;
    circuit.restUntil = now + Math.min(FIRST_REST_MS * 2 ** circuit.rests, LONGEST_REST_MS);
    circuit.rests += 1;
  }

  #circuits(operation: string, isRead: boolean): Circuit[] {
    const own = isRead ? this.#operations.get(operation) : undefined;
    return own ? [this.#whole, own] : [this.#whole];
  }
}

function newCircuit(): Circuit {
  return { failures: 0, restUntil: undefined, openedAt: 0, rests: 0, isProbing: false };
}
