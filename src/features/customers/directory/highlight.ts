import type { Customer } from '#contract/customer.ts';
import { fold, mobileDigits } from './normalise.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Half-open, in UTF-16 units of the text as it is shown. */
export type Range = [from: number, to: number];

export interface Marks {
  name: Range[];
  email: Range[];
  mobile: Range[];
}

/** Which parts of what is shown the query was found in. */
export function markMatches(query: ParsedQuery, name: string, customer: Customer): Marks {
  const marks: Marks = { name: [], email: [], mobile: [] };
  if (query.kind === 'mobile')
    marks.mobile = markDigits(customer.mobile, [query.number.part ?? '', ...query.number.beginnings]);
  if (query.kind !== 'terms') return marks;
  for (const term of query.terms) {
    const inName = term.words.map((word) => markFolded(name, word, true));
    const inEmail = term.email === undefined ? undefined : markFolded(customer.email, term.email, false);
    if (inName.length > 0 && inName.every((range) => range !== undefined)) marks.name.push(...inName);
    else if (inEmail) marks.email.push(inEmail);
    if (term.digits !== undefined) marks.mobile.push(...markDigits(customer.mobile, [term.digits]));
  }
  return { name: mergeRanges(marks.name), email: mergeRanges(marks.email), mobile: mergeRanges(marks.mobile) };
}

function markFolded(text: string, needle: string, isAtWordStart: boolean): Range | undefined {
  const { folded, origins } = foldWithOrigins(text);
  const starts = isAtWordStart ? folded.matchAll(/(?<![\p{L}\p{N}'’])\S/gu) : folded.matchAll(/\S/gu);
  for (const { index } of starts) {
    if (!folded.startsWith(needle, index)) continue;
    return [origins[index] ?? 0, origins[index + needle.length] ?? text.length];
  }
  return undefined;
}

/** The folded text without apostrophes, and for each of its units where in the original it came from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  let origin = 0;
  for (const character of text) {
    const part = fold(character).replace(/['’ʼ‘`]/g, '');
    for (let at = 0; at < part.length; at++) origins.push(origin);
    folded += part;
    origin += character.length;
  }
  return { folded, origins };
}

function markDigits(mobile: string, needles: readonly string[]): Range[] {
  const places = [...mobile.matchAll(/\d/g)].map((match) => match.index);
  const digits = places.map((place) => mobile[place]).join('');
  // A needle may also stand in the country code, where it was not looked for.
  const from = Math.max(0, digits.length - mobileDigits(mobile).length);
  for (const needle of needles) {
    const at = needle === '' ? -1 : digits.indexOf(needle, from);
    const first = places[at];
    const last = places[at + needle.length - 1];
    if (at >= 0 && first !== undefined && last !== undefined) return [[first, last + 1]];
  }
  return [];
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
