import { editDistance } from './edit-distance.ts';
import { otherNames } from './other-names.ts';
import { soundCodes } from './sound-code.ts';

/** A name for comparing: folded, without anything between its letters; its words beside it. */
export interface ComparedName {
  first: string;
  last: string;
  firstWords: readonly string[];
  lastWords: readonly string[];
}

/**
 * How two names relate: the same, or with first and last swapped; similar, as one person's two spellings are; only the first or only
 * the last is alike, or one is missing; different.
 */
export type NameRelation = 'same' | 'swapped' | 'similar' | 'sameFirst' | 'family' | 'unknown' | 'different';

export function relateNames(a: ComparedName, b: ComparedName): NameRelation {
  if (a.first + a.last === '' || b.first + b.last === '') return 'unknown';
  if (a.first === b.first && a.last === b.last) return 'same';
  if (a.first === b.last && a.last === b.first) return 'swapped';
  if (a.first + a.last === b.first + b.last) return 'same';
  if (isAlike(a.first, b.last, a.firstWords, b.lastWords) && isAlike(a.last, b.first, a.lastWords, b.firstWords)) {
    return 'similar';
  }
  const isFirstAlike = isAlike(a.first, b.first, a.firstWords, b.firstWords);
  const isLastAlike = isAlike(a.last, b.last, a.lastWords, b.lastWords);
  if (isFirstAlike && isLastAlike) return 'similar';
  const lacksOne = a.first === '' || b.first === '' || a.last === '' || b.last === '';
  if (lacksOne) return isFirstAlike || isLastAlike ? 'unknown' : 'different';
  if (isFirstAlike) return 'sameFirst';
  return isLastAlike ? 'family' : 'different';
}

const SHORTEST_TYPO = 4;
const SHORTEST_TWO_TYPOS = 8;

/** Whether two names may be one: a typing error, a short form, the same sound, an initial, a part of a compound. */
function isAlike(a: string, b: string, aWords: readonly string[], bWords: readonly string[]): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter === 1) return a[0] === b[0];
  if (shorter >= SHORTEST_TYPO && editDistance(a, b, 1) <= 1) return true;
  if (shorter >= SHORTEST_TWO_TYPOS && editDistance(a, b, 2) <= 2) return true;
  const [aFirst = ''] = aWords;
  const [bFirst = ''] = bWords;
  if (otherNames(aFirst).some(({ name, isDirect }) => isDirect && name === bFirst)) return true;
  if (aWords.length !== bWords.length && (isPartOf(aWords, bWords) || isPartOf(bWords, aWords))) return true;
  return shorter >= SHORTEST_TYPO && soundsAlike(a, b) && editDistance(a, b, 2) <= 2;
}

function isPartOf(words: readonly string[], all: readonly string[]): boolean {
  return words.length < all.length && words.every((word) => all.includes(word));
}

function soundsAlike(a: string, b: string): boolean {
  const [aFirst, aSecond] = soundCodes(a);
  const [bFirst, bSecond] = soundCodes(b);
  if (aFirst === '' || bFirst === '') return false;
  return aFirst === bFirst || aFirst === bSecond || aSecond === bFirst;
}
