import type { Customer } from '#contract/customer.ts';

/** `match`: what fits the search best first; by last name where nothing is searched for. */
export const SORT_KEYS = ['match', 'name', 'firstname', 'email', 'mobile', 'status'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortDirection = 'asc' | 'desc';

/** The rank of nothing: last, in either direction. */
const EMPTY = 0xffff_ffff;
type Compare = (a: string, b: string) => number;

const collator = new Intl.Collator('en-GB');

/** For addresses and numbers, which have no language; five times as fast. */
function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * For each value its place among all different values; equal ones share it. Comparing ranks is far cheaper than comparing
 * words, and there are fewer different names than people.
 */
export function rank(values: readonly string[], compare: Compare = collator.compare): Uint32Array {
  const different = [...new Set(values)].filter((value) => value !== '').toSorted(compare);
  const ranks = new Map<string, number>([['', EMPTY]]);
  let current = 0;
  for (const [at, value] of different.entries()) {
    const before = different[at - 1];
    if (before !== undefined && compare(before, value) !== 0) current += 1;
    ranks.set(value, current);
  }
  return Uint32Array.from(values, (value) => ranks.get(value) ?? EMPTY);
}

/** The ranks by which a column sorts, the deciding one first; equal rows follow by name, then as Reservie sent them. */
export type Ranks = Record<Exclude<SortKey, 'match'>, readonly Uint32Array[]>;

/** Makes each column's ranks when they are first asked for, because each takes a while with 100,000 customers. */
export function lazyRanks(customers: readonly Customer[], mobiles: readonly string[]): Ranks {
  const made = new Map<keyof Ranks, readonly Uint32Array[]>();
  function once(key: keyof Ranks, make: () => readonly Uint32Array[]): readonly Uint32Array[] {
    const ranks = made.get(key) ?? make();
    made.set(key, ranks);
    return ranks;
  }
  return {
    get firstname() {
      return once('firstname', () => this.name.toReversed());
    },
    get name() {
      return once('name', () => [
        rank(customers.map(({ lastname }) => lastname.trim())),
        rank(customers.map(({ firstname }) => firstname.trim())),
      ]);
    },
    get email() {
      return once('email', () => [
        rank(
          customers.map(({ email }) => email.trim().toLowerCase()),
          compareCodes,
        ),
        ...this.name,
      ]);
    },
    get mobile() {
      return once('mobile', () => [rank(mobiles, compareCodes), ...this.name]);
    },
    get status() {
      return once('status', () => [Uint32Array.from(customers, ({ archived }) => Number(archived)), ...this.name]);
    },
  };
}

/** All places in ascending order; without columns, as they are. */
export function sortPlaces(count: number, ranks: readonly Uint32Array[]): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, place) => place);
  if (ranks.length === 0) return places;
  return places.toSorted((a, b) => {
    for (const values of ranks) {
      const left = values[a] ?? EMPTY;
      const right = values[b] ?? EMPTY;
      if (left !== right) return left - right;
    }
    return a - b;
  });
}

/**
 * The descending order of an ascending one, without comparing all again: only the columns that turn are turned, ties stay in
 * order of name, and what is empty stays last.
 */
export function turnPlaces(order: Uint32Array, turned: readonly Uint32Array[]): Uint32Array {
  const places = new Uint32Array(order.length);
  let next = 0;

  function turn(from: number, to: number, depth: number): void {
    const values = turned[depth];
    if (!values) {
      places.set(order.subarray(from, to), next);
      next += to - from;
      return;
    }
    const valueAt = (at: number) => values[order[at] ?? 0] ?? EMPTY;
    let filled = to;
    while (filled > from && valueAt(filled - 1) === EMPTY) filled -= 1;
    for (let end = filled; end > from;) {
      let start = end - 1;
      while (start > from && valueAt(start - 1) === valueAt(end - 1)) start -= 1;
      turn(start, end, depth + 1);
      end = start;
    }
    if (filled < to) turn(filled, to, depth + 1);
  }
  turn(0, order.length, 0);
  return places;
}
