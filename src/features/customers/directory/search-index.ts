import type { Customer } from '#contract/customer.ts';
import { personName } from '#shared/format/person-name.ts';
import { type CustomerIndex, buildIndex, putCustomer } from './customer-index.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DirectoryQuery, DirectoryRow, Located, Status } from './directory-protocol.ts';
import { type Knowledge, NO_KNOWLEDGE, countOptions, makeFilter } from './filters.ts';
import { markMatches } from './highlight.ts';
import { findSimilar } from './match-spelling.ts';
import { findMatches, reasonFinder } from './match.ts';
import { type ParsedQuery, isNarrower, parseQuery } from './parse-query.ts';
import { type Ranks, SORT_KEYS, lazyRanks, sortPlaces } from './sort.ts';

interface Search {
  query: ParsedQuery;
  hits: Uint32Array;
  /** Nobody matched; these have a similar name. */
  isSimilar: boolean;
}

export interface SearchResult {
  /** In order. */
  places: Uint32Array;
  counts: Record<Status, number>;
  search: Search;
}

/** Answers queries over everyone. Knows neither the worker nor the network. */
export class SearchIndex {
  readonly #index: CustomerIndex;
  #ranks: Ranks;
  readonly #orders = new Map<string, Uint32Array>();
  #latest: Search | undefined;
  #aside: { key: string; result: SearchResult } | undefined;
  #knowledge: Knowledge = NO_KNOWLEDGE;

  constructor(customers: readonly Customer[]) {
    this.#index = buildIndex(customers);
    this.#ranks = lazyRanks(this.#index.customers, this.#index.mobiles);
  }

  get size(): number {
    return this.#index.customers.length;
  }

  find(customerId: string): Customer | undefined {
    return this.#index.customers[this.#index.places.get(customerId.toLowerCase()) ?? -1];
  }

  put(customer: Customer): void {
    putCustomer(this.#index, customer);
    this.#ranks = lazyRanks(this.#index.customers, this.#index.mobiles);
    this.#orders.clear();
    this.#latest = undefined;
    this.#aside = undefined;
  }

  learn(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    this.#aside = undefined;
  }

  run({ q, status, sort, direction, filters = {} }: DirectoryQuery): SearchResult {
    const search = this.#search(parseQuery(q));
    const passes = makeFilter(filters, this.#knowledge);
    const isHit = new Uint8Array(this.size);
    for (const place of search.hits) isHit[place] = 1;
    const counts = { active: 0, archived: 0, all: 0 };
    const places = new Uint32Array(search.hits.length);
    let shown = 0;
    for (const place of this.#order(sort, direction)) {
      if (isHit[place] !== 1 || !this.#passes(place, passes)) continue;
      const own = this.#index.archived[place] ? 'archived' : 'active';
      counts[own] += 1;
      counts.all += 1;
      if (status === 'all' || status === own) places[shown++] = place;
    }
    return { places: places.slice(0, shown), counts, search };
  }

  /** The same for another than the one on screen, which keeps what it has found so far to narrow it down. */
  runAside(query: DirectoryQuery): SearchResult {
    const key = JSON.stringify(query);
    if (this.#aside?.key === key) return this.#aside.result;
    const latest = this.#latest;
    const result = this.run(query);
    this.#latest = latest;
    this.#aside = { key, result };
    return result;
  }

  locate(query: DirectoryQuery, customerId: CustomerId): Located | undefined {
    const { places } = this.runAside(query);
    const place = this.#index.places.get(customerId.toLowerCase());
    const index = place === undefined ? -1 : places.indexOf(place);
    if (index < 0) return undefined;
    return { index, total: places.length, before: this.#idAt(places[index - 1]), after: this.#idAt(places[index + 1]) };
  }

  countOptions(query: DirectoryQuery): number[] {
    const { filters = {}, ...unfiltered } = query;
    const { places } = this.runAside(unfiltered);
    return countOptions(this.#at(places), filters, this.#knowledge);
  }

  rows({ places, search }: SearchResult, from: number, to: number): DirectoryRow[] {
    const rows: DirectoryRow[] = [];
    const find = reasonFinder(this.#index, search.query);
    for (const place of places.subarray(Math.max(0, from), to)) {
      const customer = this.#index.customers[place];
      if (!customer) continue;
      const reason = search.isSimilar ? 'spelling' : (find(place) ?? 'id');
      rows.push({
        customer,
        reason,
        marks: markMatches(search.query, personName(customer), customer),
        ...this.#flagsOf(customer.id),
      });
    }
    return rows;
  }

  /** Does the slow parts ahead of the first query that needs them: each step takes well under a second. */
  *warmUp(): Generator<void> {
    for (const sort of SORT_KEYS) {
      this.#order(sort, 'asc');
      yield;
    }
    for (const q of ['a', 'an', 'ann', '0770', 'annb']) {
      findMatches(this.#index, parseQuery(q));
      yield;
    }
  }

  #passes(place: number, passes: ReturnType<typeof makeFilter>): boolean {
    if (!passes) return true;
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

  #search(query: ParsedQuery): Search {
    const latest = this.#latest;
    const among = latest && !latest.isSimilar && isNarrower(query, latest.query) ? latest.hits : undefined;
    const hits = findMatches(this.#index, query, among);
    this.#latest =
      hits.length > 0 || query.kind !== 'terms'
        ? { query, hits, isSimilar: false }
        : { query, hits: findSimilar(this.#index, query), isSimilar: true };
    return this.#latest;
  }

  #order(sort: DirectoryQuery['sort'], direction: DirectoryQuery['direction']): Uint32Array {
    const by = sort === 'match' ? 'name' : sort;
    const key = `${by} ${direction}`;
    // A name is two columns, which turn together.
    const turned = by === 'name' || by === 'firstname' ? 2 : 1;
    const order = this.#orders.get(key) ?? sortPlaces(this.size, this.#ranks[by], direction, turned);
    this.#orders.set(key, order);
    return order;
  }
}
