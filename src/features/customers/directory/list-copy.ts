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
  #onFirst: (() => void) | undefined;
  #failure: unknown;
  #loaded: Loaded = {};
  #state: 'arriving' | 'whole' | 'broken' = 'arriving';

  constructor(load: (sink: ListSink) => Promise<Loaded>, onGrown: () => void) {
    const some = new Promise<void>((resolve) => {
      this.#onFirst = resolve;
    });
    const all = load({
      onHead: (head) => (this.#head = head),
      onCustomers: (customers) => {
        this.index.add(customers);
        this.#onFirst?.();
        onGrown();
      },
    });
    this.ended = this.#end(all);
    this.begun = this.#begin(some);
    this.begun.catch(() => undefined);
  }

  async #end(all: Promise<Loaded>): Promise<void> {
    try {
      this.#loaded = await all;
      this.#state = 'whole';
    } catch (error) {
      this.#failure = error;
      this.#state = 'broken';
    }
  }

  /** `some`: the first customers are here. */
  async #begin(some: Promise<void>): Promise<void> {
    await Promise.race([some, this.ended]);
    const failure = this.#failure;
    if (failure !== undefined && this.index.size === 0) {
      throw failure instanceof Error ? failure : new Error('the customer list could not be read', { cause: failure });
    }
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
  get failure(): unknown {
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

  get #known(): ListHead {
    if (!this.#head) throw new ContractError('a customer list without its head');
    return this.#head;
  }
}
