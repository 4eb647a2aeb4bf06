import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { NetworkError } from '#shared/api/errors.ts';
import { type CustomerIndex, RANK, buildIndex, putCustomer } from '../matching/customer-index.ts';
import type { Found } from '../matching/find-people.ts';
import type { LookedUpLine } from '../matching/look-up-list.ts';
import type { matching } from '../matching/matching.ts';
import type { DuplicateGroup } from '../duplicates/duplicate-group.ts';
import type { DirectoryQuery, DirectoryRow, Located, Status } from './directory-protocol.ts';
import { type Knowledge, NO_KNOWLEDGE, countOptions, makeFilter } from './filters.ts';
import { bestFirst } from './best-first.ts';
import { Orders } from './orders.ts';
import { SORT_KEYS } from './sort.ts';

export interface SearchResult {
  /** In order. */
  places: Uint32Array;
  counts: Record<Status, number>;
  search: Found;
}

/** Between two steps queries are answered. */
const SOUNDS_A_STEP = 10_000;
/** One hit among so many customers is found and sorted sooner than all are passed in order. */
const FEW = 16;

let loaded: typeof matching | undefined;
/** Ends with the fetching of it that is under way. Never rejects. */
let loading: Promise<unknown> = Promise.resolve();

/** Before the first search. Whether that was now; rejects with NetworkError when it cannot be fetched. */
export async function loadMatching(): Promise<boolean> {
  if (loaded) return false;
  const file = import('../matching/matching.ts');
  loading = file.catch(() => undefined);
  try {
    loaded = (await file).matching;
  } catch (error) {
    throw new NetworkError(error);
  }
  return true;
}

/** Until no search waits for it. */
export function matchingUnderWay(): Promise<unknown> {
  return loading;
}

function searching(): typeof matching {
  if (!loaded) throw new Error('a search before loadMatching');
  return loaded;
}

export function isSearch({ q }: DirectoryQuery): boolean {
  return q.trim() !== '';
}

/** Answers queries over all customers, those with a text once `loadMatching` is done. Knows neither the worker nor the network. */
export class SearchIndex {
  readonly #index: CustomerIndex;
  readonly #orders: Orders;
  #latest: { q: string; found: Found } | undefined;
  /** Whom to show first among equals, from the next search on. */
  #toLift: readonly CustomerId[] = [];
  /** Who comes first in the latest search, also when its list has changed: it does not move while it is looked at. */
  #lifted: { q: string; customerIds: readonly CustomerId[] } | undefined;
  #aside: { key: string; result: SearchResult } | undefined;
  /** How many were found by a query that is not on screen. */
  readonly #counted = new Map<string, number>();
  #isAsItCame = false;
  /** All of a status in an order, as they stand without search and filters. */
  readonly #unsearched = new Map<string, SearchResult>();
  #knowledge: Knowledge = NO_KNOWLEDGE;

  constructor(customers: readonly Customer[]) {
    this.#index = buildIndex(customers);
    this.#orders = new Orders(this.#index.customers, this.#index.mobiles);
  }

  get size(): number {
    return this.#index.customers.length;
  }

  find(customerId: string): Customer | undefined {
    return this.#index.customers[this.#index.places.get(customerId.toLowerCase()) ?? -1];
  }

  /** Adds a customer, or replaces the one with the same id. */
  put(customer: Customer): void {
    this.#isAsItCame = false;
    this.#add([customer]);
  }

  /** Adds more of a list that comes by name; until `warmUp` it stands as it came. */
  arrive(customers: readonly Customer[]): void {
    this.#isAsItCame ||= this.size === 0;
    this.#add(customers);
  }

  #add(customers: readonly Customer[]): void {
    for (const customer of customers) putCustomer(this.#index, customer);
    this.#forgetOrders();
    this.#latest = undefined;
    this.#forgetAside();
  }

  /** Shown before others that fit as well: those opened lately, and with an upcoming class. Replaces who was lifted before. */
  lift(customerIds: readonly CustomerId[]): void {
    this.#toLift = customerIds;
  }

  /** The latest search of a list that this one replaces keeps its order. */
  liftAs(former: SearchIndex): void {
    this.#lifted = former.#lifted;
  }

  learn(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    this.#forgetAside();
  }

  run(query: DirectoryQuery): SearchResult {
    const { sort, status, direction, filters = {} } = query;
    if (isSearch(query) || Object.keys(filters).length > 0 || sort === 'match') return this.#run(query);
    const key = `${status} ${sort} ${direction}`;
    const result = this.#unsearched.get(key) ?? this.#run(query);
    this.#unsearched.set(key, result);
    return result;
  }

  #run({ q, status, sort, direction, filters = {} }: DirectoryQuery): SearchResult {
    const search = this.#search(q);
    const passes = makeFilter(filters, this.#knowledge);
    const { archived } = this.#index;
    const { ranks } = search;
    const isFew = search.count * FEW < this.size;
    const order = isFew ? this.#orders.ofFound(search, sort, direction) : this.#orders.of(sort, direction);
    const counts = { active: 0, archived: 0, all: 0 };
    const places = new Uint32Array(search.count);
    let shown = 0;
    // 100,000 times at each key: nothing here makes an object.
    for (let at = 0; at < order.length; at++) {
      const place = order[at] ?? 0;
      if (ranks[place] === RANK.none || (passes && !this.#passes(place, passes))) continue;
      const own = archived[place] ? 'archived' : 'active';
      counts[own] += 1;
      if (status === 'all' || status === own) places[shown++] = place;
    }
    counts.all = counts.active + counts.archived;
    const inOrder = places.slice(0, shown);
    const lifted = this.#placesOf(this.#lifted?.customerIds ?? this.#toLift);
    return { places: sort === 'match' ? bestFirst(inOrder, ranks, lifted) : inOrder, counts, search };
  }

  /** The same for another than the one on screen, which keeps what it has found so far to narrow it down. */
  runAside(query: DirectoryQuery): SearchResult {
    const key = JSON.stringify(query);
    if (this.#aside?.key === key) return this.#aside.result;
    const [latest, lifted] = [this.#latest, this.#lifted];
    const result = this.run(query);
    this.#latest = latest;
    this.#lifted = lifted;
    this.#aside = { key, result };
    return result;
  }

  /** How many a query finds. */
  count(query: DirectoryQuery): number {
    const key = JSON.stringify(query);
    const count = this.#counted.get(key) ?? this.runAside(query).places.length;
    this.#counted.set(key, count);
    return count;
  }

  locate(query: DirectoryQuery, customerId: CustomerId): Located | undefined {
    const { places } = this.runAside(query);
    const place = this.#index.places.get(customerId.toLowerCase());
    const index = place === undefined ? -1 : places.indexOf(place);
    if (index < 0) return undefined;
    return { index, total: places.length, before: this.#idAt(places[index - 1]), after: this.#idAt(places[index + 1]) };
  }

  /** In steps, over the list as it is now. The code is fetched when first asked for: no search needs it. */
  async duplicates(): Promise<Generator<void, DuplicateGroup[]>> {
    const { findDuplicates } = await import('../matching/duplicate-groups.ts');
    return findDuplicates([...this.#index.customers]);
  }

  /** What each line of a pasted list finds. */
  lookUp(text: string): Generator<LookedUpLine> {
    return searching().lookUpList(this.#index, text);
  }

  /** How many lines more were pasted than are looked up. */
  countLeft(text: string): number {
    return searching().countLeft(text);
  }

  countOptions(query: DirectoryQuery): number[] {
    const { filters = {}, ...unfiltered } = query;
    const { places } = this.runAside(unfiltered);
    return countOptions(this.#at(places), filters, this.#knowledge);
  }

  rows({ places, search }: SearchResult, from: number, to: number): DirectoryRow[] {
    const rows: DirectoryRow[] = [];
    for (const place of places.subarray(Math.max(0, from), to)) {
      const customer = this.#index.customers[place];
      if (customer) rows.push({ customer, ...this.#explain(search, place), ...this.#flagsOf(customer.id) });
    }
    return rows;
  }

  /** Does the slow parts ahead of the first query that needs them: each step takes well under a second. */
  *warmUp(): Generator<void> {
    if (this.#isAsItCame) {
      // Now there is time to sort it.
      this.#isAsItCame = false;
      this.#forgetOrders();
    }
    for (const sort of SORT_KEYS) {
      this.run({ q: '', status: 'active', sort, direction: 'asc' });
      yield;
    }
    if (!loaded) return;
    const { findPeople, soundsOf } = loaded;
    while (soundsOf(this.#index).prepare(SOUNDS_A_STEP)) yield;
    for (const q of ['a', 'an', 'ann', '0770', 'annb', 'ann smithh']) {
      findPeople(this.#index, q);
      yield;
    }
  }

  #forgetOrders(): void {
    this.#orders.forget(this.#isAsItCame);
    this.#unsearched.clear();
  }

  #forgetAside(): void {
    this.#aside = undefined;
    this.#counted.clear();
  }

  #passes(place: number, passes: (customer: Customer) => boolean): boolean {
    const customer = this.#index.customers[place];
    return customer !== undefined && passes(customer);
  }

  #flagsOf(id: string): Pick<DirectoryRow, 'newSince' | 'isDuplicate' | 'isChanged'> {
    const { firstSeen, changed, duplicates } = this.#knowledge;
    const newSince = firstSeen.get(id);
    return {
      ...(newSince !== undefined && { newSince }),
      ...(duplicates.has(id) && { isDuplicate: true }),
      ...(changed.has(id) && { isChanged: true }),
    };
  }

  *#at(places: Uint32Array): Generator<Customer> {
    for (const place of places) {
      const customer = this.#index.customers[place];
      if (customer) yield customer;
    }
  }

  #idAt(place: number | undefined): CustomerId | undefined {
    return place === undefined ? undefined : this.#index.customers[place]?.id;
  }

  #search(q: string): Found {
    if (q.trim() === '') return this.#all();
    if (this.#latest?.q !== q) this.#latest = { q, found: searching().findPeople(this.#index, q) };
    if (this.#lifted?.q !== q) this.#lifted = { q, customerIds: this.#toLift };
    return this.#latest.found;
  }

  #all(): Found {
    const ranks = new Uint8Array(this.size).fill(RANK.exact);
    return { query: { kind: 'all' }, ranks, count: ranks.length, attempts: [], others: new Map() };
  }

  #explain(search: Found, place: number): Pick<DirectoryRow, 'reason' | 'marks'> {
    if (search.query.kind === 'all') return { reason: 'name', marks: { name: [], email: [], mobile: [] } };
    return searching().explain(this.#index, search, place);
  }

  #placesOf(customerIds: readonly CustomerId[]): ReadonlySet<number> {
    const places = customerIds.map((id) => this.#index.places.get(id.toLowerCase()));
    return new Set(places.filter((place) => place !== undefined));
  }
}
