import type { CustomerIndex } from './customer-index.ts';
import type { MobilePart, ParsedQuery, Term } from './parse-query.ts';

/** What a customer was found by. */
export type MatchReason = 'name' | 'email' | 'mobile' | 'id' | 'spelling';

/** The places of all who match, ascending. `among`: look only at these. */
export function findMatches(index: CustomerIndex, query: ParsedQuery, among?: Uint32Array): Uint32Array {
  const count = among?.length ?? index.customers.length;
  const hits = new Uint32Array(count);
  const find = reasonFinder(index, query);
  let found = 0;
  for (let at = 0; at < count; at++) {
    const place = among ? (among[at] ?? at) : at;
    if (find(place) !== undefined) hits[found++] = place;
  }
  return withExactId(index, query, hits.slice(0, found));
}

/** Why the customer at a place matches; nothing when it does not, or only by its exact id. */
export function reasonFinder(index: CustomerIndex, query: ParsedQuery): (place: number) => MatchReason | undefined {
  switch (query.kind) {
    case 'all':
      return () => 'name';
    case 'id':
      return (place) => (index.customers[place]?.id.toLowerCase().startsWith(query.prefix) ? 'id' : undefined);
    case 'mobile':
      return (place) => (hasNumber(index.mobiles[place] ?? '', query.number) ? 'mobile' : undefined);
    case 'terms':
      return (place) => termsReasonAt(index, query.terms, place);
  }
}

/** Somebody whose id was typed without `cust_` is found too, whatever the other hits. */
function withExactId(index: CustomerIndex, query: ParsedQuery, hits: Uint32Array): Uint32Array {
  if (query.kind !== 'mobile' && query.kind !== 'terms') return hits;
  const exact = index.places.get(query.id);
  if (exact === undefined || hits.includes(exact)) return hits;
  return Uint32Array.from([...hits, exact]).toSorted();
}

function termsReasonAt(index: CustomerIndex, terms: readonly Term[], place: number): MatchReason | undefined {
  let reason: MatchReason = 'name';
  for (const term of terms) {
    const found = termReasonAt(index, term, place);
    if (found === undefined) return undefined;
    if (found !== 'name') reason = found;
  }
  return reason;
}

function termReasonAt(index: CustomerIndex, term: Term, place: number): MatchReason | undefined {
  if (hasWords(index.names[place] ?? '', term.prefixes)) return 'name';
  if (term.email !== undefined && index.emails[place]?.includes(term.email)) return 'email';
  if (term.digits !== undefined && index.mobiles[place]?.includes(term.digits)) return 'mobile';
  return undefined;
}

function hasWords(name: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (!name.includes(prefix)) return false;
  return prefixes.length > 0;
}

function hasNumber(mobile: string, { beginnings, part }: MobilePart): boolean {
  if (mobile === '') return false;
  if (part !== undefined && mobile.includes(part)) return true;
  for (const digits of beginnings) if (mobile.startsWith(digits)) return true;
  return false;
}
