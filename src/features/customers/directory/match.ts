import type { CustomerIndex } from './customer-index.ts';
import type { MobilePart, ParsedQuery, Term } from './parse-query.ts';

/** What a customer was found by. */
export type MatchReason = 'name' | 'email' | 'mobile' | 'id' | 'spelling';

/** The places of all who match, ascending. `among`: look only at these. */
export function findMatches(index: CustomerIndex, query: ParsedQuery, among?: Uint32Array): Uint32Array {
  const hits: number[] = [];
  const count = among?.length ?? index.customers.length;
  const exact = query.kind === 'mobile' || query.kind === 'terms' ? index.places.get(query.id) : undefined;
  let isExactThere = exact === undefined;
  for (let at = 0; at < count; at++) {
    const place = among?.[at] ?? at;
    if (reasonAt(index, query, place) === undefined) continue;
    if (place === exact) isExactThere = true;
    hits.push(place);
  }
  if (exact !== undefined && !isExactThere) {
    hits.push(exact);
    hits.sort((a, b) => a - b);
  }
  return Uint32Array.from(hits);
}

/** Why the customer at a place matches; nothing when it does not, or only by its exact id. */
export function reasonAt(index: CustomerIndex, query: ParsedQuery, place: number): MatchReason | undefined {
  if (query.kind === 'all') return 'name';
  if (query.kind === 'id') {
    return index.customers[place]?.id.toLowerCase().startsWith(query.prefix) ? 'id' : undefined;
  }
  if (query.kind === 'mobile') {
    return hasNumber(index.mobiles[place] ?? '', query.number) ? 'mobile' : undefined;
  }
  let reason: MatchReason = 'name';
  for (const term of query.terms) {
    const found = termReasonAt(index, term, place);
    if (found === undefined) return undefined;
    if (found !== 'name') reason = found;
  }
  return reason;
}

function termReasonAt(index: CustomerIndex, term: Term, place: number): MatchReason | undefined {
  if (hasWords(index, term, place)) return 'name';
  if (term.email !== undefined && index.emails[place]?.includes(term.email)) return 'email';
  if (term.digits !== undefined && index.mobiles[place]?.includes(term.digits)) return 'mobile';
  return undefined;
}

function hasWords({ names }: CustomerIndex, { words }: Term, place: number): boolean {
  const name = names[place] ?? '';
  for (const word of words) if (!name.includes(` ${word}`)) return false;
  return words.length > 0;
}

function hasNumber(mobile: string, { beginnings, part }: MobilePart): boolean {
  if (mobile === '') return false;
  if (part !== undefined && mobile.includes(part)) return true;
  return beginnings.some((digits) => mobile.startsWith(digits));
}
