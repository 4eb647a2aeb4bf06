import { cleanPastedText } from '#shared/text/clean-pasted.ts';

/** Letters that Unicode does not take apart into a base letter and an accent, or that keyboards of a script confuse. */
const LETTERS = readPairs('ßss æae œoe øo łl đd ðd þth ıi ħh ŋn ςσ ىي یي کك ةه ٱا ـ');
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');
/** Every glyph that stands for an apostrophe; some of them Unicode would take apart into a space and an accent. */
const APOSTROPHES = /[’‘‛ʼʻʽʹʾʿˈ`´′‵＇᾽᾿ꞌ]|\u0312|\u0313/g;
/** Accents, vowel points; not the vowel signs of Indic scripts, which are letters. */
const ACCENTS = /(?=\p{M})[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Lower case without accents, so that what is typed meets what is stored: "Łukasz Søß" → "lukasz soss". */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return foldLetters(cleanPastedText(text));
}

function foldLetters(text: string): string {
  return text
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter);
}

const WRITTEN_OUT = readPairs('üue öoe äae øoe åaa æae ÿij ĳij');

/** The same as keyboards without those letters write it: "Müller" → "mueller"; nothing when there is no difference. */
export function foldWrittenOut(text: string): string | undefined {
  if (ASCII.test(text)) return undefined;
  const composed = cleanPastedText(text).normalize('NFC').toLowerCase();
  const written = composed.replace(/[üöäøåæÿĳ]/g, (letter) => WRITTEN_OUT.get(letter) ?? letter);
  const folded = foldLetters(written);
  return written === composed || folded === foldLetters(composed) ? undefined : folded;
}

/** What separates words; symbols that are pictures are words of their own. */
const SEPARATORS = /(?:(?!['&])[\s\p{P}\p{Sm}\p{Sc}^])+/u;

/** The words of folded text with their parts: "anne-marie o'brien" → [anne, marie], [o, brien]. "&" is a word. */
export function splitFolded(folded: string): string[][] {
  return folded
    .replace(/&/g, ' and ')
    .split(/[\s,;:()/"<>|]+/)
    .map((word) => word.split(SEPARATORS).flatMap(splitApostrophes))
    .filter((parts) => parts.length > 0);
}

function splitApostrophes(word: string): string[] {
  return word.split("'").filter((part) => part !== '');
}

/** All letters and digits in a row, without anything between them: how two spellings of one name are compared. */
export function squeeze(folded: string): string {
  return splitFolded(folded).flat().join('');
}

/** Cyrillic, Greek and other letters that look like a Latin one (https://www.unicode.org/reports/tr39/, confusables). */
const LOOKS_LIKE = readPairs(
  'аa вb сc ԁd еe ѕs іi јj кk ӏl мm нh оo рp ԛq тt уy ѵv ԝw хx һh гr пn ьb з3 αa βb ϲc εe ηn ιi κk μm νv οo ρp τt υu χx γy ζz ωw σo ɑa ɡg ʀr ᴍm ոn օo ѡw ʟl ɩi',
);
const LATIN = /[a-z]/;
const FOREIGN_LOOKALIKE = new RegExp(`[${[...LOOKS_LIKE.keys()].join('')}]`, 'gu');

/**
 * A folded word in Latin letters when it is spelt with others that look like them, whether in part (“Аnna” with a
 * Cyrillic А) or wholly; nothing for a word that cannot be mistaken.
 */
export function latinLookalike(word: string): string | undefined {
  if (ASCII.test(word)) return undefined;
  const latin = word.replace(FOREIGN_LOOKALIKE, (letter) => LOOKS_LIKE.get(letter) ?? letter);
  return latin !== word && ASCII.test(latin) && LATIN.test(latin) ? latin : undefined;
}

/** A table of letters in one line: "ßss øo" says that ß stands for ss and ø for o. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}
