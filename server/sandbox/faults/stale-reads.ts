import type { CustomerProfile } from '#contract/customer.ts';
import type { Clock } from '#kit/clock.ts';
import { mapObjects } from './distort-answer.ts';

interface Write {
  /** Milliseconds since 1970. */
  at: number;
  before: CustomerProfile;
}

const LONGEST_LAG = 600_000;

/**
 * Remembers what profiles said before they were written, so that reads can lag. Reservie's stores may take minutes to
 * agree after a write, the list and the profile each at its own pace (docs/reservie-api.md).
 */
export class StaleReads {
  readonly #clock: Clock;
  #writes: Write[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remember(before: CustomerProfile): void {
    const at = this.#clock();
    this.#writes = this.#writes.filter((write) => write.at > at - LONGEST_LAG);
    this.#writes.push({ at, before });
  }

  /** The answer with every customer as it stood `ms` ago. */
  asOf(ms: number, answer: unknown): unknown {
    const since = this.#clock() - ms;
    const stale = new Map<unknown, CustomerProfile>();
    for (const { at, before } of this.#writes) {
      if (at > since && !stale.has(before.id)) stale.set(before.id, before);
    }
    if (stale.size === 0) return answer;
    return mapObjects(answer, (object) => {
      const before = object['type'] === 'customer' ? stale.get(object['id']) : undefined;
      if (!before) return object;
      const known = Object.entries(before).filter(([key]) => key in object);
      return { ...object, ...Object.fromEntries(known) };
    });
  }
}
