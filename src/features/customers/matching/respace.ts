import type { Piece } from './parse-query.ts';
import type { Vocabulary } from './vocabulary.ts';

const SHORTEST_JOINED = 4;
const SHORTEST_SPLIT = 4;
const SHORTEST_REST = 2;
/** Of words written together; each more doubles the work. */
const MOST_WAYS = 6;
/** Said with a name, and rarely stored with it. */
const NO_NAMES = new Set(['and', 'mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'rev', 'sir', 'madam']);
const ASCII = /^[\x21-\x7e]+$/;

/** The same query with words written together that were apart, as far as names have such words: "la rue" → "larue". */
export function joinedWays(pieces: readonly Piece[], vocabulary: Vocabulary): Piece[][] {
  const ways: Piece[][] = [];
  for (let count = 2; count <= Math.min(4, pieces.length); count++) {
    for (let from = 0; from + count <= pieces.length; from++) {
      const joined = pieces.slice(from, from + count);
      const word = joined.map(({ forms }) => forms[0] ?? '').join('');
      if (word.length < SHORTEST_JOINED || !joined.every(({ forms }) => forms.length > 0)) continue;
      if (!vocabulary.hasPrefix(word)) continue;
      ways.push([...pieces.slice(0, from), { forms: [word], term: undefined }, ...pieces.slice(from + count)]);
    }
  }
  const names = pieces.filter(({ forms }) => !NO_NAMES.has(forms[0] ?? ''));
  if (names.length > 0 && names.length < pieces.length) ways.push(names);
  return ways.slice(0, MOST_WAYS);
}

/** The same with words apart that were written together, where no name has such a word: "annlouise" → "ann louise". */
export function splitWays(pieces: readonly Piece[], vocabulary: Vocabulary): Piece[][] {
  const ways: Piece[][] = [];
  for (const [at, { forms, term }] of pieces.entries()) {
    const [form = ''] = forms;
    const isWorth = form.length >= SHORTEST_SPLIT || (form.length >= 2 && !ASCII.test(form));
    if (!isWorth || /^\d/.test(form) || vocabulary.hasPrefix(form)) continue;
    for (const words of segment(form, vocabulary, 4)) {
      const split = words.map((word, index) => toPiece(word, index === words.length - 1, term));
      ways.push([...pieces.slice(0, at), ...split, ...pieces.slice(at + 1)]);
    }
  }
  return ways.slice(0, MOST_WAYS);
}

/** The whole query without its spaces, cut up anew: "jan esmith". */
export function recutWays(pieces: readonly Piece[], vocabulary: Vocabulary): Piece[][] {
  const whole = pieces.map(({ forms }) => forms[0] ?? '').join('');
  if (pieces.length < 2 || whole.length > 40 || /\d/.test(whole)) return [];
  return segment(whole, vocabulary, 4)
    .filter((words) => words.length !== pieces.length || words.some((word, at) => word !== pieces[at]?.forms[0]))
    .slice(0, MOST_WAYS)
    .map((words) => words.map((word, at) => toPiece(word, at === words.length - 1, undefined)));
}

/** Only the last word may still be on its way. */
function toPiece(word: string, isLast: boolean, term: number | undefined): Piece {
  return { forms: [word], term, ...(!isLast && { isWhole: true }) };
}

/** All ways to cut a word into words of names, the last of which may be a beginning; fewest words first. */
function segment(text: string, vocabulary: Vocabulary, most: number): string[][] {
  const ways: string[][] = [];
  const shortest = ASCII.test(text) ? SHORTEST_REST : 1;
  for (let length = text.length - shortest; length >= shortest; length--) {
    const word = text.slice(0, length);
    if (!vocabulary.has(word)) continue;
    const rest = text.slice(length);
    if (vocabulary.hasPrefix(rest)) ways.push([word, rest]);
    if (most > 2) for (const more of segment(rest, vocabulary, most - 1)) ways.push([word, ...more]);
    if (ways.length > 20) break;
  }
  return ways.toSorted((a, b) => a.length - b.length);
}
