import type { CustomerProfile } from '#contract/customer.ts';
import type { UnreadableRow } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';
import { ContractError } from '#shared/api/errors.ts';
import type { Arrival } from './directory-protocol.ts';
import type { ListHead, ListSink } from './read-columns.ts';
import { SearchIndex } from './search-index.ts';

/** What reading the whole list came to: `isAsBefore` when it still is what `knownEtag` names, and nothing was sent. */
export interface Loaded {
  etag?: string;
  isAsBefore?: boolean;
}

/** Reads the whole list; rejects when it cannot be had, or breaks off. */
export type LoadList = (sink: ListSink, knownEtag: string | undefined) => Promise<Loaded>;

/** One reading of the list, searchable while it arrives. */
export class ListCopy {
  readonly index = new SearchIndex([]);
  /** Some customers are here, or there are none. Rejects when not even one came. */
  readonly begun: Promise<void>;
  /** Nothing more will come; `isWhole` says whether all came. Never rejects. */
  readonly ended: Promise<void>;
  #head: ListHead | undefined;
  #failure: Error | undefined;
  #loaded: Loaded = {};
  #state: 'arriving' | 'whole' | 'broken' = 'arriving';

  constructor(load: (sink: ListSink) => Promise<Loaded>, onGrown: () => void) {
    let begin: ((isBegun: true) => void) | undefined;
    const some = new Promise<true>((resolve) => (begin = resolve));
    const all = load({
      onHead: (head) => (this.#head = head),
      onCustomers: (customers) => {
        this.index.arrive(customers);
        begin?.(true);
        onGrown();
      },
    });
    this.ended = this.#finish(all);
    this.begun = this.#begin(some);
    // The caller handles the failure; a copy that no caller waits for is dropped silently.
    this.begun.catch(() => undefined);
  }

  get isWhole(): boolean {
    return this.#state === 'whole';
  }

  /** Names this state of the list to the gateway. */
  get etag(): string | undefined {
    return this.#loaded.etag;
  }

  /** The copy before is as good. */
  get isAsBefore(): boolean {
    return this.#loaded.isAsBefore === true;
  }

  /** What broke it off. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  get asOf(): Instant {
    return this.#known.asOf;
  }

  get unreadable(): UnreadableRow[] {
    return this.#known.unreadable;
  }

  /** How many there are, whether they are here or not. */
  get total(): number {
    return this.isWhole ? this.index.size : this.#known.total;
  }

  /** How far it is; nothing once all are here. */
  get arrival(): Arrival | undefined {
    if (this.#state === 'whole') return undefined;
    return { arrived: this.index.size, isBroken: this.#state === 'broken' };
  }

  /** Puts what was saved into it, without `archived`, which only the list knows. Whether the customer is in the list. */
  apply(profile: CustomerProfile): boolean {
    const known = this.index.find(profile.id);
    if (known) this.index.put({ ...profile, archived: known.archived });
    return known !== undefined;
  }

  get #known(): ListHead {
    if (!this.#head) throw new ContractError('a customer list without its head');
    return this.#head;
  }

  async #finish(all: Promise<Loaded>): Promise<void> {
    try {
      this.#loaded = await all;
      this.#state = 'whole';
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#state = 'broken';
    }
  }

  async #begin(some: Promise<true>): Promise<void> {
    await Promise.race([some, this.ended]);
    if (this.#failure && this.index.size === 0) throw this.#failure;
  }
}
