import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** Who goes first: a save, a page that a user waits for, the list kept fresh, and what a page may want next. */
export const LANES = ['write', 'interactive', 'background', 'prefetch'] as const;
export type Lane = (typeof LANES)[number];

/**
 * How long a read may stand in line or be repeated, in milliseconds. A page waits 30 s in all (src/shared/api/call.ts), a
 * call that got its turn takes up to 8 s, and a save reads, writes and reads back.
 */
export const PATIENCE_MS: Readonly<Record<Lane, number>> = {
  write: 8_000,
  interactive: 15_000,
  background: 5_000,
  prefetch: 2_000,
};

/** The right to one call. */
export interface Slot {
  /** The answer is here, or the call was given up: only from now on can Reservie's minute begin to run out. */
  end: () => void;
  /** Nothing was sent. */
  giveBack: () => void;
}

/** The lane of one read of Reservie, shared by all who wait for that read: it is as urgent as its most urgent reader. */
export class Urgency {
  #lane: Lane;
  #giveUpAt: number;
  readonly #watchers = new Set<() => void>();
  readonly #askers = new Map<string | undefined, Lane>();
  /** Places in the budget that were taken beforehand: a save has those of its read and its write together. */
  readonly places: Slot[] = [];

  /** `giveUpAt` in milliseconds since 1970: it may wait for its turn, or be repeated, until then. */
  constructor(lane: Lane, giveUpAt: number, staffId = askingStaff.getStore()) {
    this.#lane = lane;
    this.#giveUpAt = giveUpAt;
    this.#askers.set(staffId, lane);
  }

  /** Each member of staff who waits for it, with the lane in which they asked; it may use the share of any of them. */
  get askers(): ReadonlyMap<string | undefined, Lane> {
    return this.#askers;
  }

  get lane(): Lane {
    return this.#lane;
  }

  get giveUpAt(): number {
    return this.#giveUpAt;
  }

  /** Another caller waits for it too; it never becomes less urgent. */
  raise(lane: Lane, giveUpAt: number, staffId = askingStaff.getStore()): void {
    if (LANES.indexOf(lane) < LANES.indexOf(this.#lane)) this.#lane = lane;
    const before = this.#askers.get(staffId);
    if (before === undefined || LANES.indexOf(lane) < LANES.indexOf(before)) this.#askers.set(staffId, lane);
    this.#giveUpAt = Math.max(this.#giveUpAt, giveUpAt);
    for (const watcher of this.#watchers) watcher();
  }

  /** Tells of every raise, until the function that it answers is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Gives back what was taken beforehand and not used. */
  leave(): void {
    for (const place of this.places.splice(0)) place.giveBack();
  }
}

/** The member of staff whose request caused what is running now; nothing for what the gateway does by itself. */
export const askingStaff = new AsyncLocalStorage<string | undefined>();

/** What serves all staff uses none of their shares, whichever request began it. */
export function onOwnAccount<Result>(work: () => Result): Result {
  return askingStaff.run(undefined, work);
}

/** Remembers for each request who asks, for as long as it is worked on. */
export function rememberAskingStaff(app: FastifyInstance): void {
  app.addHook('preHandler', ({ staff }, _, next) => askingStaff.run(staff?.id, next));
}
