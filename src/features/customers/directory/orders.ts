import type { Customer } from '#contract/customer.ts';
import { RANK } from '../matching/customer-index.ts';
import type { Found } from '../matching/find-people.ts';
import { type Ranks, type SortDirection, type SortKey, lazyRanks, sortPlaces, turnPlaces } from './sort.ts';

/** The orders in which a list can stand, each made once, until a customer in it changes. */
export class Orders {
  readonly #customers: readonly Customer[];
  readonly #mobiles: readonly string[];
  #ranks: Ranks;
  readonly #orders = new Map<string, Uint32Array>();
  /** For each place where it stands in an order. */
  readonly #turns = new WeakMap<Uint32Array, Uint32Array>();
  #isByName = false;

  /** @param mobiles their digits */
  constructor(customers: readonly Customer[], mobiles: readonly string[]) {
    this.#customers = customers;
    this.#mobiles = mobiles;
    this.#ranks = lazyRanks(customers, mobiles);
  }

  /**
   * The list has changed.
   * @param isByName it came by name, and no customer in it was changed: 100,000 need not be sorted before the first search of all
   */
  forget(isByName: boolean): void {
    this.#isByName = isByName;
    this.#ranks = lazyRanks(this.#customers, this.#mobiles);
    this.#orders.clear();
  }

  of(sort: SortKey, direction: SortDirection): Uint32Array {
    const by = sort === 'match' ? 'name' : sort;
    const key = `${by} ${direction}`;
    const order = this.#orders.get(key) ?? this.#make(by, direction);
    this.#orders.set(key, order);
    return order;
  }

  /** Those who were found, in order. */
  ofFound({ ranks, count }: Found, sort: SortKey, direction: SortDirection): Uint32Array {
    const order = this.of(sort, direction);
    let turns = this.#turns.get(order);
    if (!turns) {
      turns = new Uint32Array(order.length);
      for (let at = 0; at < order.length; at++) turns[order[at] ?? 0] = at;
      this.#turns.set(order, turns);
    }
    const found = new Uint32Array(count);
    let next = 0;
    for (let place = 0; place < ranks.length; place++) {
      if (ranks[place] !== RANK.none) found[next++] = turns[place] ?? 0;
    }
    return found
      .subarray(0, next)
      .toSorted()
      .map((turn) => order[turn] ?? 0);
  }

  #make(by: Exclude<SortKey, 'match'>, direction: SortDirection): Uint32Array {
    // A name is two columns, which turn together.
    const turned = by === 'name' || by === 'firstname' ? 2 : 1;
    const isThere = this.#isByName && by === 'name';
    if (direction === 'asc') return sortPlaces(this.#customers.length, isThere ? [] : this.#ranks[by]);
    const ascending = isThere ? sortPlaces(this.#customers.length, this.#ranks[by]) : this.of(by, 'asc');
    return turnPlaces(ascending, this.#ranks[by].slice(0, turned));
  }
}
