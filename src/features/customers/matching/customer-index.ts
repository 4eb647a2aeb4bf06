import type { Customer } from '#contract/customer.ts';
import { readableAddress } from '#shared/text/readable-address.ts';
import { ContactFits } from './contact-fits.ts';
import { fold } from './fold.ts';
import { Places } from './places.ts';
import type { Sounds } from './sounds.ts';
import { mobileDigits } from './telephone.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordLists } from './word-lists.ts';

/** All customers, prepared for searching: the arrays run in parallel, one place for each customer. */
export interface CustomerIndex {
  customers: Customer[];
  vocabulary: Vocabulary;
  words: WordLists;
  /** Made for the first search that needs them. */
  sounds?: Sounds;
  emails: string[];
  mobiles: string[];
  contacts: ContactFits;
  archived: boolean[];
  places: Places;
}

export function buildIndex(customers: readonly Customer[]): CustomerIndex {
  const vocabulary = new Vocabulary();
  const emails: string[] = [];
  const mobiles: string[] = [];
  const index: CustomerIndex = {
    customers: [],
    vocabulary,
    words: new WordLists(),
    emails,
    mobiles,
    contacts: new ContactFits(emails, mobiles),
    archived: [],
    places: new Places(),
  };
  for (const customer of customers) putCustomer(index, customer);
  return index;
}

/** Adds a customer, or replaces the one with the same id. Ids are found in any case. */
export function putCustomer(index: CustomerIndex, customer: Customer): void {
  const key = customer.id.toLowerCase();
  const place = index.places.get(key) ?? index.customers.length;
  index.places.set(key, place);
  index.customers[place] = customer;
  index.words.put(place, customer, index.vocabulary);
  index.emails[place] = foldAddress(customer.email);
  index.mobiles[place] = mobileDigits(customer.mobile);
  index.archived[place] = customer.archived;
  index.contacts.clear();
}

/** An internationalised address is found as its owner writes it, and as it is stored. */
function foldAddress(email: string): string {
  // Nearly every address is that plain.
  const lower = email.toLowerCase();
  if (/^[!-_a-~]*$/.test(lower) && !lower.includes('xn--')) return lower;
  const folded = fold(email).trim();
  const readable = readableAddress(email);
  return readable === email ? folded : `${folded} ${fold(readable).trim()}`;
}

/** Ranks of a hit, the best first; `similar` and all after it are for similar names. */
export const RANK = {
  exact: 0,
  wholeWordsInOrder: 1,
  wholeWords: 2,
  inOrder: 3,
  anyOrder: 4,
  respaced: 5,
  contactEdge: 6,
  contactPart: 7,
  otherName: 8,
  similar: 12,
  none: 255,
} as const;
