import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { type Compared, type DuplicateReason, type Rarity, judgePair } from './duplicate-evidence.ts';
import { fold, splitFolded } from './fold.ts';
import type { ComparedName } from './name-relation.ts';
import { soundCodes } from './sound-code.ts';
import { mobileDigits } from './telephone.ts';

interface DuplicatePair {
  a: CustomerId;
  b: CustomerId;
  reasons: DuplicateReason[];
}

/** Customers who are likely one, each linked to another of the group by a pair. */
export interface DuplicateGroup {
  customerIds: CustomerId[];
  pairs: DuplicatePair[];
}

/** A key that more share says nothing: everyone who gave the studio's own number, say. */
const MOST_IN_BLOCK = 40;

/**
 * Groups of likely duplicates, in the order of the list. Only those are compared who share something: the address or
 * its part before the @, a number, the name in any order, or how it sounds.
 */
export function groupDuplicates(customers: readonly Customer[]): DuplicateGroup[] {
  const compared = customers.map(prepare);
  const rarity = measureRarity(compared);
  const pairs: { a: number; b: number; reasons: DuplicateReason[] }[] = [];
  const keys: string[][] = [];
  for (const keyOf of BLOCKING_KEYS) {
    const own = compared.map(keyOf);
    for (const block of blocksOf(own)) {
      for (const [at, a] of block.entries()) {
        for (const b of block.slice(at + 1)) {
          // Compared already, for another thing that they share.
          if (keys.some((earlier) => earlier[a] !== '' && earlier[a] === earlier[b])) continue;
          const reasons = judgePair(compared[a] ?? NO_COOKIES, compared[b] ?? NO_COOKIES, rarity);
          if (reasons.length > 0) pairs.push({ a, b, reasons });
        }
      }
    }
    keys.push(own);
  }
  return groupPairs(customers, pairs);
}

const FEWEST_TELLING = 50;
const MASK = /[•*]/;
const NO_COOKIES: Compared = {
  name: { first: '', last: '', firstWords: [], lastWords: [] },
  address: '',
  local: '',
  domain: '',
  digits: '',
  mobile: '',
  isArchived: false,
};

function prepare({ firstname, lastname, email, mobile, archived }: Customer): Compared {
  const firstWords = wordsOf(firstname);
  const lastWords = wordsOf(lastname);
  const name = { first: firstWords.join(''), last: lastWords.join(''), firstWords, lastWords };
  // What is masked for a viewer is alike for many.
  const address = MASK.test(email) ? '' : normaliseAddress(email);
  const at = address.lastIndexOf('@');
  const [local, domain] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
  const digits = /\d/.test(address) ? address.replace(/\D+/g, '') : '';
  return {
    name,
    address,
    local,
    domain,
    digits,
    mobile: MASK.test(mobile) ? '' : mobileDigits(mobile),
    isArchived: archived,
  };
}

function wordsOf(text: string): string[] {
  // Nearly every name is that plain.
  return /^[A-Za-z]+$/.test(text) ? [text.toLowerCase()] : splitFolded(fold(text)).flat();
}

/** As the mailbox sees it: case, tags after a plus, and Gmail's dots do not matter. */
export function normaliseAddress(email: string): string {
  const folded = fold(email).trim();
  const at = folded.lastIndexOf('@');
  if (at <= 0) return folded;
  const domain = folded.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const local = folded.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

const BLOCKING_KEYS: readonly ((compared: Compared) => string)[] = [
  ({ address }) => address,
  ({ mobile }) => (mobile.length < 8 ? '' : mobile.slice(-9)),
  ({ name }) => (name.first < name.last ? `${name.first} ${name.last}` : `${name.last} ${name.first}`),
  ({ local }) => local,
  ({ name }) => soundKey(name),
];

const sounds = new Map<string, string>();

function soundKey({ first, last }: ComparedName): string {
  const [a, b] = [first, last].map(soundOf);
  if (a === undefined || b === undefined || a === '' || b === '') return '';
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function soundOf(name: string): string {
  const known = sounds.get(name);
  if (known !== undefined) return known;
  const [sound] = soundCodes(name);
  sounds.set(name, sound);
  return sound;
}

function blocksOf(keys: readonly string[]): number[][] {
  const first = new Map<string, number>();
  const blocks = new Map<string, number[]>();
  for (const [place, key] of keys.entries()) {
    if (key === '' || key === ' ') continue;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, place);
      continue;
    }
    const block = blocks.get(key);
    if (block) block.push(place);
    else blocks.set(key, [before, place]);
  }
  return [...blocks.values()].filter((block) => block.length <= MOST_IN_BLOCK);
}

function measureRarity(compared: readonly Compared[]): Rarity {
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  const domains = new Map<string, number>();
  for (const { name, address, domain } of compared) {
    count(firsts, name.first);
    count(lasts, name.last);
    if (address !== '') count(domains, domain);
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

function groupPairs(
  customers: readonly Customer[],
  pairs: readonly { a: number; b: number; reasons: DuplicateReason[] }[],
): DuplicateGroup[] {
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
      customerIds: [...places].toSorted((a, b) => a - b).flatMap((place) => customers[place]?.id ?? []),
      pairs,
    }));
}
