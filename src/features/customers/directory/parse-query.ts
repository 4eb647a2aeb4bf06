import { fold, mobileDigits, splitWords } from './normalise.ts';

export interface Term {
  /** Name words that must all be there. */
  words: string[];
  /** The same after a space: how a word begins in a name's haystack. */
  prefixes: string[];
  /** Part of an e-mail address; missing when it is too short to mean one. */
  email?: string;
  /** Part of a mobile number. */
  digits?: string;
}

/** Digits that a number begins with, once country code and zero are off, or that stand anywhere in it. */
export interface MobilePart {
  beginnings: string[];
  part?: string;
}

/** What somebody typed, understood. */
export type ParsedQuery =
  | { kind: 'all' }
  | { kind: 'id'; prefix: string }
  | { kind: 'mobile'; number: MobilePart; id: string }
  | { kind: 'terms'; terms: Term[]; id: string };

/** Shorter pieces are in nearly every address. */
const SHORTEST_EMAIL_PART = 3;
const SHORTEST_MOBILE_PART = 3;

export function parseQuery(text: string): ParsedQuery {
  const query = text.trim();
  if (query === '') return { kind: 'all' };
  const lower = query.toLowerCase();
  if (lower.startsWith('cust_')) return { kind: 'id', prefix: lower };
  const id = `cust_${lower}`;
  if (/^[+(]*\d[\d\s().\-/]*$/.test(query) || /^\+$/.test(query)) {
    return { kind: 'mobile', number: toMobilePart(query), id };
  }
  return { kind: 'terms', terms: query.split(/\s+/).map(toTerm), id };
}

function toMobilePart(query: string): MobilePart {
  const digits = mobileDigits(query);
  if (query.startsWith('+')) return { beginnings: [digits] };
  const part = query.replace(/\D/g, '');
  // "4477…" being typed may be the beginning of +4477…
  const beginnings = digits.startsWith('44') ? [digits, mobileDigits(`+${digits}`)] : [digits];
  return { beginnings, part };
}

function toTerm(raw: string): Term {
  const words = splitWords(raw);
  const term: Term = { words, prefixes: words.map((word) => ` ${word}`) };
  const email = fold(raw);
  if (email.length >= SHORTEST_EMAIL_PART || email.includes('@')) term.email = email;
  const digits = /^\+?[\d().\-/]+$/.test(raw) ? mobileDigits(raw) : '';
  if (digits.length >= SHORTEST_MOBILE_PART) term.digits = digits;
  return term;
}

/** Whether whoever matches `next` surely matches `before`, so that only the previous hits need to be looked at. */
export function isNarrower(next: ParsedQuery, before: ParsedQuery): boolean {
  if (before.kind === 'all') return true;
  if (next.kind === 'id' && before.kind === 'id') return next.prefix.startsWith(before.prefix);
  if (next.kind === 'mobile' && before.kind === 'mobile') {
    const { beginnings } = before.number;
    return (
      next.number.beginnings.every((digits) => beginnings.some((earlier) => digits.startsWith(earlier))) &&
      isLongerPart(next.number.part, before.number.part)
    );
  }
  if (next.kind === 'terms' && before.kind === 'terms') {
    return before.terms.every((term, at) => {
      const longer = next.terms[at];
      return longer !== undefined && isNarrowerTerm(longer, term);
    });
  }
  return false;
}

function isNarrowerTerm(next: Term, before: Term): boolean {
  return (
    before.words.every((word, at) => next.words[at]?.startsWith(word)) &&
    isLongerPart(next.email, before.email) &&
    isLongerPart(next.digits, before.digits)
  );
}

function isLongerPart(next: string | undefined, before: string | undefined): boolean {
  return next === undefined || (before !== undefined && next.includes(before));
}
