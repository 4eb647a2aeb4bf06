import * as z from 'zod/mini';
import { CustomerProfile } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';
import { SaveState } from '#contract/live.ts';

/** What processes tell each other. */
export const BusMessage = z.discriminatedUnion('kind', [
  /** A profile is new, or is known to be saved. `before` stands where it was written, for reads that lag. */
  z.object({
    kind: z.literal('profile'),
    profile: CustomerProfile,
    before: z.optional(z.omit(CustomerProfile, { id: true, type: true })),
    by: z.nullable(z.string()),
    state: SaveState,
  }),
  /** A user signed out, or may do something else than before: each open stream has to be looked at again. */
  z.object({ kind: z.literal('sessions') }),
  /** A customer was forgotten: what is known of them is not in the database any more. */
  z.object({ kind: z.literal('forgotten'), customerId: CustomerId }),
  /** Messages were missed: what is in hand may be old. */
  z.object({ kind: z.literal('missed') }),
]);
export type BusMessage = z.infer<typeof BusMessage>;

/** `elsewhere`: another process said it, or it tells of what was missed. */
export type Origin = 'here' | 'elsewhere';

export type BusListener = (message: BusMessage, origin: Origin) => void;

/** Carries messages to every listener of every process that serves the same studio. */
export interface EventBus {
  /** Listeners of this process have been called before this returns; never throws. */
  publish: (message: BusMessage) => void;
  /** @returns how to stop listening. */
  subscribe: (listener: BusListener) => () => void;
  /** Ends when what was published is on its way. */
  close: () => Promise<void>;
}

/** For one process alone, as on SQLite. */
export class LocalBus implements EventBus {
  readonly #listeners = new Set<BusListener>();

  publish(message: BusMessage, origin: Origin = 'here'): void {
    for (const listener of this.#listeners) listener(message, origin);
  }

  subscribe(listener: BusListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#listeners.clear();
    return Promise.resolve();
  }
}
