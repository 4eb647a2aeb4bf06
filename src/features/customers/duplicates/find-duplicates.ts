import type { Customer } from '#contract/customer.ts';
import type { DuplicateGroup, DuplicateReason } from './duplicate-group.ts';

interface Person {
  customer: Customer;
  first: string;
  last: string;
  email: string;
  mobile: string;
}

/** A mailbox that more share than a family is a studio's own, or made up. */
const MOST_SHARING = 12;

/**
 * Groups of likely duplicates: a similar name, and one thing more in common (address, mobile, or one of them archived).
 * A family that shares an address or a number has different first names: they are no duplicates.
 */
export function findDuplicates(customers: readonly Customer[]): DuplicateGroup[] {
  const people = customers.map(toPerson);
  const groups = new Map<number, Set<DuplicateReason>>();
  const parent = people.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  for (const [one, other, reasons] of pairsOf(people)) {
    const [a, b] = [rootOf(one), rootOf(other)];
    const merged = new Set([...(groups.get(a) ?? []), ...(groups.get(b) ?? []), ...reasons]);
    parent[b] = a;
    groups.set(a, merged);
  }
  const members = new Map<number, number[]>();
  for (const at of people.keys()) {
    const root = rootOf(at);
    if (groups.has(root)) members.set(root, [...(members.get(root) ?? []), at]);
  }
  return [...members].map(([root, places]) => ({
    customers: places.flatMap((at) => people[at]?.customer ?? []),
    reasons: [...(groups.get(root) ?? [])],
  }));
}

function* pairsOf(people: readonly Person[]): Generator<[number, number, DuplicateReason[]]> {
  for (const key of ['email', 'mobile'] as const) {
    for (const places of bucket(people, (person) => person[key])) {
      for (const [a, b, one, other] of couples(people, places)) {
        const alike = compareNames(one, other);
        if (alike) yield [a, b, [key, alike, ...archivedTwin(one, other)]];
      }
    }
  }
  const nameKey = ({ first, last }: Person) => (first === '' || last === '' ? '' : [first, last].toSorted().join(' '));
  for (const places of bucket(people, nameKey)) {
    for (const [a, b, one, other] of couples(people, places)) {
      const archived = archivedTwin(one, other);
      if (archived.length > 0 || shareMore(one, other)) yield [a, b, [compareNames(one, other) ?? 'name', ...archived]];
    }
  }
}

function bucket(people: readonly Person[], keyOf: (person: Person) => string): number[][] {
  const buckets = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    const key = keyOf(person);
    if (key === '') continue;
    const places = buckets.get(key);
    if (places) places.push(at);
    else buckets.set(key, [at]);
  }
  return [...buckets.values()].filter(({ length }) => length > 1 && length <= MOST_SHARING);
}

function* couples(people: readonly Person[], places: readonly number[]): Generator<[number, number, Person, Person]> {
  for (const [at, a] of places.entries()) {
    for (const b of places.slice(at + 1)) {
      const [one, other] = [people[a], people[b]];
      if (one && other) yield [a, b, one, other];
    }
  }
}

function compareNames(one: Person, other: Person): DuplicateReason | undefined {
  if (one.first === other.first && one.last === other.last) return 'name';
  if (one.first === other.last && one.last === other.first) return 'swapped';
  const isFirstClose = isClose(one.first, other.first) || isInitial(one.first, other.first);
  return isFirstClose && isClose(one.last, other.last) ? 'similar' : undefined;
}

function archivedTwin(one: Person, other: Person): DuplicateReason[] {
  return one.customer.archived === other.customer.archived ? [] : ['archived'];
}

/** Beside the name: the name of the mailbox, or the end of the number. */
function shareMore(one: Person, other: Person): boolean {
  const [mailbox, twin] = [one.email.split('@')[0] ?? '', other.email.split('@')[0] ?? ''];
  if (mailbox.length >= 4 && isClose(mailbox, twin)) return true;
  return one.mobile.length >= 6 && one.mobile.slice(-6) === other.mobile.slice(-6);
}

function isInitial(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}

/** Equal, or one letter added, left out, changed or swapped with its neighbour; short words must be equal. */
function isClose(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  if (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

function toPerson(customer: Customer): Person {
  // Of a viewer's copy nothing can be told: masked names are alike by the dozen.
  const isMasked = `${customer.email}${customer.mobile}`.includes('•');
  return {
    customer,
    first: isMasked ? '' : fold(customer.firstname),
    last: isMasked ? '' : fold(customer.lastname),
    email: isMasked ? '' : foldEmail(customer.email),
    mobile: isMasked ? '' : customer.mobile.replace(/\D/g, '').slice(-10),
  };
}

function foldEmail(email: string): string {
  const text = email.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return '';
  const [mailbox = ''] = text.slice(0, at).split('+');
  return `${mailbox.replaceAll('.', '')}@${text.slice(at + 1)}`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
