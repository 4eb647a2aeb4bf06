import type { Customer } from '#contract/customer.ts';
import { personName } from '#shared/format/person-name.ts';
import { type CustomerIndex, buildIndex, putCustomer } from './customer-index.ts';
import type { DirectoryQuery, DirectoryRow, Status } from './directory-protocol.ts';
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
  }

  run({ q, status, sort, direction }: DirectoryQuery): SearchResult {
    const search = this.#search(parseQuery(q));
    const isHit = new Uint8Array(this.size);
    for (const place of search.hits) isHit[place] = 1;
    const counts = { active: 0, archived: 0, all: search.hits.length };
    const places = new Uint32Array(search.hits.length);
    let shown = 0;
    for (const place of this.#order(sort, direction)) {
      if (isHit[place] !== 1) continue;
      const own = this.#index.archived[place] ? 'archived' : 'active';
      counts[own] += 1;
      if (status === 'all' || status === own) places[shown++] = place;
    }
    return { places: places.slice(0, shown), counts, search };
  }

  rows({ places, search }: SearchResult, from: number, to: number): DirectoryRow[] {
    const rows: DirectoryRow[] = [];
    const find = reasonFinder(this.#index, search.query);
    for (const place of places.subarray(Math.max(0, from), to)) {
      const customer = this.#index.customers[place];
      if (!customer) continue;
      const reason = search.isSimilar ? 'spelling' : (find(place) ?? 'id');
      rows.push({ customer, reason, marks: markMatches(search.query, personName(customer), customer) });
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
    const key = `${sort} ${direction}`;
    // A name is two columns, which turn together.
    const order = this.#orders.get(key) ?? sortPlaces(this.size, this.#ranks[sort], direction, sort === 'name' ? 2 : 1);
    this.#orders.set(key, order);
    return order;
  }
}
