import { CustomerId } from '#contract/id.ts';
import { type CustomersSearch, readCustomersSearch } from '../search.ts';

/** Where a list was left for a look at a customer. */
export interface ListPlace {
  search: CustomersSearch;
  /** How many it found. */
  total: number;
  customerId: CustomerId;
  index: number;
  /** Pixels from the top of the page. */
  scrollY: number;
  /** The list went on since, from customer to customer: the row may not be on screen there. */
  hasGoneOn?: boolean;
}

/** The list that led to a customer, and the history entry that shows it. */
export interface ListOrigin {
  search: CustomersSearch;
  total: number;
  entry: string;
}

/** Of the browser's `Storage`; a test has its own. */
export type PlaceStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'studio-desk:list-places';
const MOST_KEPT = 40;

interface Kept {
  /** By history entry. */
  places: [entry: string, place: ListPlace][];
  /** Which entry's list led to a customer. */
  origins: [customerId: CustomerId, entry: string][];
}

/**
 * The places belong to history entries, and outlive a reload: the browser keeps an entry's name, and this tab's storage
 * what it means. Without storage they are forgotten by a reload.
 */
export class ListPlaces {
  readonly #store: PlaceStore | undefined;
  #kept: Kept;

  constructor(store: PlaceStore | undefined) {
    this.#store = store;
    this.#kept = readKept(store);
  }

  /** The list was left for a customer. */
  leave(entry: string, place: ListPlace): void {
    const { places, origins } = this.#kept;
    this.#save({
      places: put(places, entry, place),
      origins: put(origins, place.customerId, entry),
    });
  }

  /** From one customer of a list to the next: the list goes on there too. */
  step(from: CustomerId, to: CustomerId, index: number): void {
    const entry = this.#entryOf(from);
    const place = entry === undefined ? undefined : this.placeOf(entry);
    if (entry !== undefined && place) this.leave(entry, { ...place, customerId: to, index, hasGoneOn: true });
  }

  /** Which list led to this customer, if one did. */
  originOf(customerId: CustomerId): ListOrigin | undefined {
    const entry = this.#entryOf(customerId);
    const place = entry === undefined ? undefined : this.placeOf(entry);
    return entry !== undefined && place ? { search: place.search, total: place.total, entry } : undefined;
  }

  placeOf(entry: string | undefined): ListPlace | undefined {
    return this.#kept.places.find(([key]) => key === entry)?.[1];
  }

  /** Who signs in next must not find what was searched for. */
  forget(): void {
    this.#kept = { places: [], origins: [] };
    this.#store?.removeItem(KEY);
  }

  #entryOf(customerId: CustomerId): string | undefined {
    return this.#kept.origins.find(([key]) => key === customerId)?.[1];
  }

  #save(kept: Kept): void {
    this.#kept = kept;
    try {
      this.#store?.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A full storage costs no more than a place after a reload.
    }
  }
}

/** The latest first. */
function put<Key, Value>(pairs: readonly [Key, Value][], key: Key, value: Value): [Key, Value][] {
  const others = pairs.filter(([other]) => other !== key);
  return [[key, value] satisfies [Key, Value], ...others].slice(0, MOST_KEPT);
}

function readKept(store: PlaceStore | undefined): Kept {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? '{}');
    return {
      places: pairsOf(kept, 'places').flatMap(([entry, place]) => {
        const read = readPlace(place);
        return read ? [[entry, read] satisfies [string, ListPlace]] : [];
      }),
      origins: pairsOf(kept, 'origins').flatMap(([id, entry]) => {
        const customerId = CustomerId.safeParse(id);
        return customerId.success && typeof entry === 'string'
          ? [[customerId.data, entry] satisfies [CustomerId, string]]
          : [];
      }),
    };
  } catch {
    return { places: [], origins: [] };
  }
}

function pairsOf(kept: unknown, name: string): [string, unknown][] {
  const pairs: unknown = isRecord(kept) ? kept[name] : undefined;
  if (!Array.isArray(pairs)) return [];
  return pairs.flatMap((pair: unknown) =>
    Array.isArray(pair) && typeof pair[0] === 'string'
      ? [[pair[0], pair[1] as unknown] satisfies [string, unknown]]
      : [],
  );
}

function readPlace(place: unknown): ListPlace | undefined {
  if (!isRecord(place) || !isRecord(place['search'])) return undefined;
  const { total, index, scrollY } = place;
  const customerId = CustomerId.safeParse(place['customerId']);
  if (!customerId.success || typeof total !== 'number' || typeof index !== 'number' || typeof scrollY !== 'number') {
    return undefined;
  }
  const search = readCustomersSearch(place['search']);
  const hasGoneOn = place['hasGoneOn'] === true;
  return { search, total, customerId: customerId.data, index, scrollY, ...(hasGoneOn && { hasGoneOn }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function openStorage(): PlaceStore | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Of this tab. */
export const listPlaces = new ListPlaces(typeof window === 'undefined' ? undefined : openStorage());
