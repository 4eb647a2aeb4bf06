import { fold, foldWrittenOut, latinLookalike, splitFolded } from './fold.ts';

/** How a word stands in a name. */
export const IS_LAST_NAME = 0x4000_0000;
/** Another spelling of a word, or several in one; it does not count as a word of the name. */
export const IS_EXTRA = 0x8000_0000;

export interface NameWord {
  word: string;
  flags: number;
}

/** No compound is longer: beyond that it is a sentence. */
const LONGEST_COMPOUND = 40;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]{2,8}$/u;

/**
 * The words of a first or a last name in their order. Compounds stand there in their parts and in one, names with ü also with
 * ue, and what only looks Latin also in Latin: a word is found by its beginning, however it is spelt.
 */
export function nameWords(text: string, field: 0 | typeof IS_LAST_NAME): NameWord[] {
  // Nearly every name is that plain.
  if (/^[A-Za-z]+$/.test(text)) return [{ word: text.toLowerCase(), flags: field }];
  const words: NameWord[] = [];
  const folded = fold(text);
  const seen = new Set<string>();
  const addExtra = (word: string | undefined) => {
    if (word === undefined || word === '' || word.length > LONGEST_COMPOUND || seen.has(word)) return;
    seen.add(word);
    words.push({ word, flags: field + IS_EXTRA });
  };
  const tokens = splitFolded(folded);
  const parts = tokens.flat();
  for (const part of parts) seen.add(part);
  const tokenAt = new Map<number, string>();
  let at = 0;
  for (const token of tokens) {
    if (token.length > 1) tokenAt.set(at, token.join(''));
    at += token.length;
  }
  const written = foldWrittenOut(text);
  const writtenParts = written === undefined ? [] : splitFolded(written).flat();
  for (const [index, part] of parts.entries()) {
    words.push({ word: part, flags: field });
    if (writtenParts[index] !== part) addExtra(writtenParts[index]);
    addExtra(latinLookalike(part));
    if (UNSPACED.test(part)) for (let from = 1; from < part.length; from++) addExtra(part.slice(from));
    addExtra(tokenAt.get(index));
    // "van der Berg" is found by vanderberg and by derberg.
    if (parts.length > 1 && parts.length <= 4 && index < parts.length - 1) addExtra(parts.slice(index).join(''));
    if (index === 0 && writtenParts.length > 1) addExtra(writtenParts.join(''));
  }
  return words;
}
