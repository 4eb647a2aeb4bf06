import { fold, foldWrittenOut } from './fold.ts';

/** Half-open, in UTF-16 units of the text as it is shown. */
export type Range = [from: number, to: number];

export interface Marks {
  name: Range[];
  email: Range[];
  mobile: Range[];
}

const ASCII = /^[ -~]*$/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where a name shows one of the spellings of a word, at the beginning of a word; apostrophes, hyphens and spaces in
 * between do not matter. The first spelling that is there counts.
 */
export function markName(name: string, spellings: readonly string[]): Range[] {
  for (const spelling of spellings) {
    const range = spelling === '' ? undefined : findSpelling(name, spelling);
    if (range) return [range];
  }
  return [];
}

function findSpelling(name: string, spelling: string): Range | undefined {
  const characters = Array.from(name);
  const plain = characters.map((character) => lettersOf(character).plain);
  const ends: number[] = [];
  let end = 0;
  for (const character of characters) ends.push((end += character.length));
  const written =
    plain.every((part) => part.length < 2) && ASCII.test(name)
      ? undefined
      : characters.map((character) => lettersOf(character).written);
  for (const folded of [plain, written]) {
    if (!folded) continue;
    for (let at = 0; at < folded.length; at++) {
      // An accent that stands alone belongs to the letter before it.
      const isStart = folded[at] !== '' && (at === 0 || !LETTER.test(characters[at - 1] ?? ''));
      let last = isStart ? endOfMatch(folded, at, spelling) : undefined;
      if (last === undefined) continue;
      while (/^\p{M}$/u.test(characters[last + 1] ?? '')) last += 1;
      return [(ends[at] ?? 0) - (characters[at]?.length ?? 0), ends[last] ?? name.length];
    }
  }
  return undefined;
}

interface Letters {
  plain: string;
  written: string;
}

/** Names are made of few different characters. */
const known = new Map<string, Letters>();
const MOST_KNOWN = 5_000;

function lettersOf(character: string): Letters {
  const kept = known.get(character);
  if (kept) return kept;
  const plain = lettersIn(fold(character));
  const letters = { plain, written: lettersIn(foldWrittenOut(character) ?? plain) };
  if (known.size < MOST_KNOWN) known.set(character, letters);
  return letters;
}

function lettersIn(folded: string): string {
  return folded === '&' ? 'and' : folded.replace(/[\s'\p{P}\p{Sm}\p{Sc}^`]/gu, '');
}

/** The place of the character with which the spelling ends. */
function endOfMatch(folded: readonly string[], from: number, spelling: string): number | undefined {
  let rest = spelling;
  for (let at = from; at < folded.length; at++) {
    const part = folded[at] ?? '';
    if (part !== '' && part.startsWith(rest)) return at;
    if (!rest.startsWith(part)) return undefined;
    rest = rest.slice(part.length);
  }
  return undefined;
}

/** Where a text shows what is looked for, wherever it begins. */
export function markText(text: string, folded: string): Range[] {
  const characters = Array.from(text);
  const parts = characters.map((character) => (ASCII.test(character) ? character.toLowerCase() : fold(character)));
  let from = 0;
  for (let at = 0; at < parts.length; at++) {
    const end = endOfMatch(parts, at, folded);
    if (end !== undefined) return [[from, from + characters.slice(at, end + 1).join('').length]];
    from += characters[at]?.length ?? 0;
  }
  return [];
}

/** Where a number shows digits, whatever stands between them; the longest of those looked for. */
export function markDigits(mobile: string, needles: readonly string[]): Range[] {
  const places = [...mobile.matchAll(/\p{Nd}/gu)].map((match) => match.index);
  const digits = places.map((place) => fold(mobile[place] ?? '')).join('');
  for (const needle of needles.toSorted((a, b) => b.length - a.length)) {
    // The last digits are what is asked for more often.
    const at = needle === '' ? -1 : digits.lastIndexOf(needle);
    const first = places[at];
    const last = places[at + needle.length - 1];
    if (at >= 0 && first !== undefined && last !== undefined) return [[first, last + 1]];
  }
  return [];
}

export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
