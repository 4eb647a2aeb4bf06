import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DuplicateGroup } from '../duplicates/duplicate-group.ts';
import { type Compared, type DuplicateReason, type Rarity, judgePair } from './duplicate-evidence.ts';
import { fold, splitFolded } from './fold.ts';
import { soundCodes } from './sound-code.ts';
import { mobileDigits } from './telephone.ts';

interface DuplicatePair {
  a: CustomerId;
  b: CustomerId;
  reasons: readonly DuplicateReason[];
}

/** Customers who are likely one, each linked to another of the group by a pair. */
export interface PairedGroup {
  customers: Customer[];
  pairs: DuplicatePair[];
}

/** A key that more share says nothing: all who gave the studio's own number, say. */
const MOST_IN_BLOCK = 40;
/** Customers or pairs in one step, which takes a few milliseconds. */
const STEP = 1_000;

/** Groups of likely duplicates, in the order of the list. */
export function groupDuplicates(customers: readonly Customer[]): PairedGroup[] {
  const steps = groupDuplicatesInSteps(customers);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * The same in small steps, so that a search in between need not wait. Only those are compared who share something: the
 * address or its part before the @, a number, the name in any order, or how it sounds.
 */
function* groupDuplicatesInSteps(customers: readonly Customer[]): Generator<void, PairedGroup[]> {
  const compared: Compared[] = [];
  const written: WrittenNames = new Map();
  for (const customer of customers) {
    compared.push(prepare(customer, written));
    if (compared.length % STEP === 0) yield;
  }
  const rarity = yield* measureRarity(compared);
  const pairs: Pair[] = [];
  const keys: Int32Array[] = [];
  let judged = 0;
  for (const numberOf of blockingKeys()) {
    const own = yield* numberAll(compared, numberOf);
    const { places, starts } = sortByKey(own);
    for (let key = 1; key <= own.length; key++) {
      const [start, end] = [starts[key] ?? 0, starts[key + 1] ?? 0];
      if (end - start < 2 || end - start > MOST_IN_BLOCK) continue;
      for (let at = start; at < end; at++) {
        for (let other = at + 1; other < end; other++) {
          const a = places[at] ?? 0;
          const b = places[other] ?? 0;
          if (isCompared(keys, a, b)) continue;
          const one = compared[a];
          const two = compared[b];
          if (!one || !two) continue;
          const reasons = judgePair(one, two, rarity);
          if (reasons.length > 0) pairs.push({ a, b, reasons });
          if (++judged % STEP === 0) yield;
        }
      }
    }
    keys.push(own);
    yield;
  }
  return groupPairs(customers, pairs);
}

interface Pair {
  a: number;
  b: number;
  reasons: readonly DuplicateReason[];
}

/** For another thing that the two share. */
function isCompared(keys: readonly Int32Array[], a: number, b: number): boolean {
  for (const key of keys) if (key[a] !== 0 && key[a] === key[b]) return true;
  return false;
}

const FEWEST_TELLING = 50;
const SHORTEST_MOBILE = 8;
/** More than there are names. */
const PAIRS = 2 ** 26;

/** Names as they are written, read once: most are borne by many, and one string for all is compared and looked up soonest. */
type WrittenNames = Map<string, { joined: string; words: readonly string[] }>;

function prepare({ firstname, lastname, email, mobile, archived }: Customer, written: WrittenNames): Compared {
  const first = readName(firstname, written);
  const last = readName(lastname, written);
  const name = { first: first.joined, last: last.joined, firstWords: first.words, lastWords: last.words };
  // What is masked for a viewer is alike for many.
  const address = isMasked(email) ? '' : normaliseAddress(email);
  const at = address.lastIndexOf('@');
  const [local, domain] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
  return {
    name,
    address,
    local,
    domain,
    mobile: isMasked(mobile) ? '' : mobileDigits(mobile),
    isArchived: archived,
  };
}

function isMasked(text: string): boolean {
  return text.includes('•') || text.includes('*');
}

function readName(text: string, written: WrittenNames) {
  const known = written.get(text);
  if (known) return known;
  const words = wordsOf(text);
  const read = { joined: words.join(''), words };
  written.set(text, read);
  return read;
}

function wordsOf(text: string): string[] {
  // Nearly every name is that plain.
  return /^[A-Za-z]+$/.test(text) ? [text.toLowerCase()] : splitFolded(fold(text)).flat();
}

/** As the mailbox sees it: case, tags after a plus, and Gmail's dots do not matter. */
export function normaliseAddress(email: string): string {
  // Nearly every address is that plain.
  const folded = /^[a-z\d.@_-]+$/i.test(email) ? email.toLowerCase() : fold(email).trim();
  const at = folded.lastIndexOf('@');
  if (at <= 0) return folded;
  const written = folded.slice(at + 1);
  const domain = written === 'googlemail.com' ? 'gmail.com' : written;
  const tag = folded.indexOf('+', 1);
  if (tag < 0 && domain === written && domain !== 'gmail.com') return folded;
  const local = folded.slice(0, tag > 0 && tag < at ? tag : at);
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

/** What customers may share, each as a number that is the same for the same; 0 for none. */
type Numbering = (compared: Compared) => number;

function blockingKeys(): Numbering[] {
  const names = numbering();
  const pairs = [numbering<number>(), numbering<number>()] as const;
  const sounds = numbering();
  // Of each name, by its number.
  const soundOfName: number[] = [];
  const [addresses, mobiles, locals] = [numbering(), numbering(), numbering()];

  function soundOf(name: string): number {
    const number = names(name);
    return (soundOfName[number] ??= name === '' ? 0 : sounds(soundCodes(name)[0]));
  }

  return [
    ({ address }) => addresses(address),
    ({ mobile }) => (mobile.length < SHORTEST_MOBILE ? 0 : mobiles(mobile.slice(-9))),
    ({ name }) => pairs[0](pairOf(names(name.first), names(name.last))),
    ({ local }) => locals(local),
    ({ name }) => {
      const [first, last] = [soundOf(name.first), soundOf(name.last)];
      return first === 0 || last === 0 ? 0 : pairs[1](pairOf(first, last));
    },
  ];
}

/** Numbers for values as they come; 0 for an empty one. */
function numbering<Value extends string | number = string>(): (value: Value) => number {
  const numbers = new Map<Value, number>();
  return (value) => {
    if (value === '' || value === 0) return 0;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size + 1);
    return numbers.size;
  };
}

/** The same either way round. */
function pairOf(a: number, b: number): number {
  return a < b ? a * PAIRS + b : b * PAIRS + a;
}

function* numberAll(compared: readonly Compared[], numberOf: Numbering): Generator<void, Int32Array> {
  const own = new Int32Array(compared.length);
  for (let place = 0; place < compared.length; place++) {
    const each = compared[place];
    if (each) own[place] = numberOf(each);
    if (place % STEP === 0) yield;
  }
  return own;
}

/** The places in the order of their keys, and where each key begins among them. */
function sortByKey(keys: Int32Array): { places: Int32Array; starts: Int32Array } {
  // Keys are numbered as they come: none is greater than there are places.
  const starts = new Int32Array(keys.length + 2);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const places = new Int32Array(keys.length);
  const next = starts.slice();
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] ?? 0;
    const at = next[key] ?? 0;
    places[at] = place;
    next[key] = at + 1;
  }
  return { places, starts };
}

function* measureRarity(compared: readonly Compared[]): Generator<void, Rarity> {
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  const domains = new Map<string, number>();
  for (const [place, { name, address, domain }] of compared.entries()) {
    count(firsts, name.first);
    count(lasts, name.last);
    if (address !== '') count(domains, domain);
    if (place % STEP === 0) yield;
  }
  // A handful of customers tells nothing of how common a name or a domain is.
  const isTelling = compared.length >= FEWEST_TELLING;
  return {
    // Either way round: “Robert Mills” is also the twin of Mills Robert.
    expectedNamesakes: ({ first, last }) =>
      !isTelling
        ? 0
        : Math.max(others(firsts, first) * others(lasts, last), others(firsts, last) * others(lasts, first)) /
          Math.max(1, compared.length),
    domainCount: (domain) => (isTelling ? (domains.get(domain) ?? 0) : Infinity),
  };
}

function others(counts: ReadonlyMap<string, number>, key: string): number {
  return Math.max(0, (counts.get(key) ?? 0) - 1);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function groupPairs(customers: readonly Customer[], pairs: readonly Pair[]): PairedGroup[] {
  const leaders = new Map<number, number>();
  function leaderOf(place: number): number {
    let leader = place;
    while (leaders.has(leader)) leader = leaders.get(leader) ?? leader;
    return leader;
  }
  for (const { a, b } of pairs) {
    const [one, other] = [leaderOf(a), leaderOf(b)];
    if (one !== other) leaders.set(Math.max(one, other), Math.min(one, other));
  }
  const groups = new Map<number, { places: Set<number>; pairs: DuplicatePair[] }>();
  for (const { a, b, reasons } of pairs) {
    const [one, other] = [customers[a], customers[b]];
    if (!one || !other) continue;
    const leader = leaderOf(a);
    const group = groups.get(leader) ?? { places: new Set(), pairs: [] };
    group.places.add(a).add(b);
    group.pairs.push({ a: one.id, b: other.id, reasons });
    groups.set(leader, group);
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, { places, pairs }]) => ({
      customers: [...places].toSorted((a, b) => a - b).flatMap((place) => customers[place] ?? []),
      pairs,
    }));
}

/** Groups of likely duplicates and everything that two of each have in common; in steps of a few milliseconds. */
export function* findDuplicates(customers: readonly Customer[]): Generator<void, DuplicateGroup[]> {
  const groups = yield* groupDuplicatesInSteps(customers);
  return groups.map(({ customers: alike, pairs }) => ({
    customers: alike,
    reasons: [...new Set(pairs.flatMap(({ reasons }) => reasons))],
  }));
}
