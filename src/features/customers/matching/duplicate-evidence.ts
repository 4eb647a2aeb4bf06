import { editDistance } from './edit-distance.ts';
import { type ComparedName, type NameRelation, relateNames } from './name-relation.ts';

/** Why two customers may be one. */
export type DuplicateReason =
  | 'email'
  | 'similarEmail'
  | 'mobile'
  | 'similarMobile'
  | 'name'
  | 'swapped'
  | 'similar'
  | 'archived';

/** A customer, prepared for comparing. */
export interface Compared {
  name: ComparedName;
  /** Folded, without dots and tags that a mailbox ignores. */
  address: string;
  /** Of the address, what is before and behind the @. */
  local: string;
  domain: string;
  /** National digits. */
  mobile: string;
  isArchived: boolean;
}

/** What is known of all customers, to judge how much a thing in common says. */
export interface Rarity {
  /** How many would bear this name if first and last names had nothing to do with each other. */
  expectedNamesakes: (name: ComparedName) => number;
  /** How many addresses have that domain. */
  domainCount: (domain: string) => number;
}

/** Below, two who bear one name are hardly two by chance. */
const RARE_NAME = 0.02;
const FEW_OF_A_DOMAIN = 3;
const SHORTEST_MOBILE = 8;
const SHORTEST_LOCAL_PART = 4;
const SHORTEST_DIGITS = 3;

const NONE: readonly DuplicateReason[] = [];

/** Why two may be one customer; nothing when they are likely two. A name alone never suffices. */
export function judgePair(a: Compared, b: Compared, rarity: Rarity): readonly DuplicateReason[] {
  const addresses = compareAddresses(a, b, rarity);
  const mobiles = compareMobiles(a, b);
  // Nearly all have neither in common, and there are a million of them.
  const more = addresses === NONE ? mobiles : [...addresses, ...mobiles];
  const isArchivedTwin = a.isArchived !== b.isArchived;
  const mayBeTwin = isArchivedTwin && isRare(a, rarity) && isRare(b, rarity);
  if (more.length === 0 && !mayBeTwin) return NONE;
  const relation = relateNames(a.name, b.name);
  const reasons = [...more, ...(NAMED[relation] ?? []), ...(isArchivedTwin ? (['archived'] as const) : [])];
  if (more.length > 0) return suffices(relation, more) ? reasons : NONE;
  return relation === 'same' || relation === 'swapped' ? reasons : NONE;
}

const NAMED: Partial<Record<NameRelation, DuplicateReason[]>> = {
  same: ['name'],
  swapped: ['swapped'],
  similar: ['similar'],
};

function isRare({ name }: Compared, rarity: Rarity): boolean {
  return rarity.expectedNamesakes(name) < RARE_NAME;
}

/** Families share addresses and numbers: then the first names decide. */
function suffices(relation: NameRelation, more: readonly DuplicateReason[]): boolean {
  switch (relation) {
    case 'same':
    case 'swapped':
    case 'similar':
      return true;
    case 'sameFirst':
    case 'unknown':
      return more.includes('email') || more.includes('mobile');
    case 'family':
      return false;
    case 'different':
      return more.includes('email');
  }
}

function compareAddresses(a: Compared, b: Compared, rarity: Rarity): readonly DuplicateReason[] {
  if (a.address === '' || b.address === '') return NONE;
  if (a.address === b.address) return ['email'];
  if (a.domain === b.domain && rarity.domainCount(a.domain) <= FEW_OF_A_DOMAIN) return ['similarEmail'];
  if (a.local === b.local) {
    return a.local.length >= SHORTEST_LOCAL_PART && saysMoreThanName(a, rarity) ? ['similarEmail'] : NONE;
  }
  const isLong = a.local.length > SHORTEST_LOCAL_PART && Math.abs(a.address.length - b.address.length) <= 1;
  if (!isLong || editDistance(a.address, b.address, 1) > 1 || !mayBeSlip(digitsOf(a.address), digitsOf(b.address)))
    return NONE;
  // Two of one name write it with a dot and without: only a letter that differs is a slip.
  const isDotOnly = a.address.replace(/[._-]/g, '') === b.address.replace(/[._-]/g, '');
  return !isDotOnly || saysMoreThanName(a, rarity) ? ['similarEmail'] : NONE;
}

function digitsOf(address: string): string {
  return address.replace(/\D+/g, '');
}

/** Another digit is how two people of one name get two addresses; one missing or two swapped is a slip. */
function mayBeSlip(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST_DIGITS) return false;
  return a.length !== b.length || a.split('').toSorted().join('') === b.split('').toSorted().join('');
}

/** An address made of the name alone is no more than the name; a number or another word in it is. */
function saysMoreThanName({ local, name }: Compared, rarity: Rarity): boolean {
  let rest = local;
  const words = [...name.firstWords, ...name.lastWords].toSorted((a, b) => b.length - a.length);
  for (const word of words) rest = rest.replace(word, '');
  rest = rest.replace(/[._-]/g, '');
  const isNameOnly = rest.length < 2;
  return !isNameOnly || rarity.expectedNamesakes(name) < RARE_NAME;
}

function compareMobiles({ mobile: a }: Compared, { mobile: b }: Compared): readonly DuplicateReason[] {
  if (a.length < SHORTEST_MOBILE || b.length < SHORTEST_MOBILE) return NONE;
  if (a === b || (a.slice(-9) === b.slice(-9) && (a.endsWith(b) || b.endsWith(a)))) return ['mobile'];
  return editDistance(a, b, 1) === 1 ? ['similarMobile'] : NONE;
}
