import { type CustomerIndex, RANK } from './customer-index.ts';
import { editDistance } from './edit-distance.ts';
import type { MessageHit } from './message.ts';
import type { Term } from './parse-query.ts';

const SHORTEST_ADDRESS = 6;
const SHORTEST_NUMBER = 9;

/** Addresses and numbers with one letter or digit wrong; for a query that is nothing else. */
export function similarContacts(index: CustomerIndex, terms: readonly Term[]): Map<number, MessageHit> {
  const hits = new Map<number, MessageHit>();
  const [term, ...others] = terms;
  if (!term || others.length > 0) return hits;
  const { email, number } = term;
  if (email?.includes('@') && email.length >= SHORTEST_ADDRESS) {
    for (const [place, stored] of index.emails.entries()) {
      if (isNear(email, stored, true)) hits.set(place, { rank: RANK.similar, reason: 'spelling', text: '' });
    }
  }
  const digits = number?.cores[0] ?? '';
  if (digits.length >= SHORTEST_NUMBER) {
    for (const [place, stored] of index.mobiles.entries()) {
      if (isNear(digits, stored, false)) hits.set(place, { rank: RANK.similar, reason: 'spelling', text: '' });
    }
  }
  return hits;
}

function isNear(typed: string, stored: string, isPrefix: boolean): boolean {
  // One error leaves the beginning or the end as it is: most are ruled out by that.
  const isAlike = stored[0] === typed[0] || stored[1] === typed[1] || stored.at(-1) === typed.at(-1);
  return isAlike && stored.length >= typed.length - 1 && editDistance(typed, stored, 1, isPrefix) <= 1;
}
