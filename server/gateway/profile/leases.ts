import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { steadyClock } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';
import { type HeldLease, releaseLease, renewLeases, takeLease } from '../store/leases.ts';
import type { Store } from '../store/store.ts';
import { Turns } from './turns.ts';

/** A process that has died or is frozen loses its leases after this time. */
const TTL_MS = 5_000;
const RENEW_EVERY_MS = 1_000;
/** After a renewal a holder sends for so long, and no longer: what is on its way must arrive before others may take over. */
const SAFE_MS = 3_000;
const LOOK_AGAIN_MS = 60;

export interface Lease extends HeldLease {
  /** False once another process may have taken over. Ask in the same tick as the act itself: a process can be frozen. */
  isSafe: () => boolean;
  /** Makes sure of it for the next seconds: a slow database may have used them up. */
  secure: () => Promise<void>;
}

interface Held extends HeldLease {
  safeUntil: number;
}

/**
 * One holder of a key at a time, in all processes of a studio: a row in the database with a fencing number, renewed
 * while the task runs. In one process, tasks of the same key run in order of arrival.
 */
export class Leases {
  readonly #store: Store;
  readonly #turns = new Turns();
  readonly #holder = randomUUID();
  readonly #held = new Map<string, Held>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Runs `task` as the only holder of `key`. `until` is by the steady clock.
   * @throws NotSent when others hold the key for so long.
   */
  hold<Result>(key: string, until: number, task: (lease: Lease) => Promise<Result>): Promise<Result> {
    return this.#turns.take(key, async () => {
      const lease = await this.#wait(key, until);
      if (!lease) {
        throw new NotSent(
          'reservie_unavailable',
          'This customer is being saved by another session. Nothing was saved.',
          {
            retryAfterMs: 1_000,
          },
        );
      }
      try {
        return await task(lease);
      } finally {
        await this.#release(lease);
      }
    });
  }

  /** The lease at once and until `release`, or nothing while it is held, here or elsewhere. */
  async tryTake(key: string): Promise<(Lease & { release: () => Promise<void> }) | undefined> {
    if (this.#held.has(key)) return undefined;
    const lease = await this.#take(key);
    return lease && { ...lease, release: () => this.#release(lease) };
  }

  /** Lets go of everything, so that other processes need not wait. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#held.values(), (held) => this.#release(held)));
    clearTimeout(this.#timer);
  }

  async #wait(key: string, until: number): Promise<Lease | undefined> {
    for (;;) {
      if (steadyClock() >= until) return undefined;
      const lease = await this.#take(key);
      if (lease) return lease;
      await delay(LOOK_AGAIN_MS * (0.5 + Math.random()));
    }
  }

  async #take(key: string): Promise<Lease | undefined> {
    const askedAt = steadyClock();
    const fence = await takeLease(this.#store, { key, holder: this.#holder }, TTL_MS);
    if (fence === undefined) return undefined;
    const held: Held = { key, fence, holder: this.#holder, safeUntil: askedAt + SAFE_MS };
    this.#held.set(key, held);
    this.#timer ??= this.#renewSoon();
    return {
      key,
      fence,
      holder: this.#holder,
      isSafe: () => steadyClock() < held.safeUntil,
      secure: async () => {
        if (held.safeUntil - steadyClock() < SAFE_MS / 2) await this.#renewAll();
      },
    };
  }

  async #release({ key, fence, holder }: HeldLease): Promise<void> {
    if (this.#held.get(key)?.fence === fence) this.#held.delete(key);
    // A lease that cannot be released ends by itself.
    await releaseLease(this.#store, { key, fence, holder }).catch(() => undefined);
  }

  #renewSoon(): NodeJS.Timeout {
    return setTimeout(() => void this.#renew(), RENEW_EVERY_MS).unref();
  }

  async #renew(): Promise<void> {
    if (this.#held.size === 0) {
      this.#timer = undefined;
      return;
    }
    await this.#renewAll();
    this.#timer = this.#renewSoon();
  }

  async #renewAll(): Promise<void> {
    const askedAt = steadyClock();
    const held = [...this.#held.values()];
    try {
      const keys = held.map(({ key }) => key);
      const renewed = new Map<string, number>();
      for (const { key, fence } of await renewLeases(this.#store, this.#holder, keys, TTL_MS)) renewed.set(key, fence);
      for (const one of held) one.safeUntil = renewed.get(one.key) === one.fence ? askedAt + SAFE_MS : -Infinity;
    } catch {
      // Tried again; meanwhile what is held stops being safe.
    }
  }
}
