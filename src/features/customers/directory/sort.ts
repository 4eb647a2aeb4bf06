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

/** All places in sorted order; without columns, as they are. The direction turns the chosen column only; ties stay in order of name. */
export function sortPlaces(
  count: number,
  ranks: readonly Uint32Array[],
  direction: SortDirection,
  turned = 1,
): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, place) => place);
  if (ranks.length === 0) return places;
  const sign = direction === 'asc' ? 1 : -1;
  const columns = ranks.map((values, at) => ({ values, sign: at < turned ? sign : 1 }));
  return places.toSorted((a, b) => {
    for (const { values, sign } of columns) {
      const left = values[a] ?? EMPTY;
      const right = values[b] ?? EMPTY;
      if (left === right) continue;
      if (left === EMPTY) return 1;
      if (right === EMPTY) return -1;
      return (left - right) * sign;
    }
    return a - b;
  });
}
