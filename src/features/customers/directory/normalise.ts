/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const APOSTROPHES = /['’ʼ‘`]/g;
const BETWEEN_WORDS = /[\s‐-―\-.,;:()/_"]+/;

/** Lower case without accents, so that what people type meets what is stored: "Łukasz Søß" → "lukasz soss". */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a query: "Anne-Marie O’Brien" → anne, marie, obrien. */
export function splitWords(text: string): string[] {
  return fold(text)
    .replace(APOSTROPHES, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/**
 * The words of a name, each after a space, so that `includes(' ' + prefix)` finds a word by its beginning. Compounds
 * stand there in their parts and in one, because nobody remembers how somebody spells them.
 */
export function nameHaystack(firstname: string, lastname: string): string {
  const words: string[] = [];
  const folded = fold(`${firstname} ${lastname}`).trim();
  // Nearly every name is that plain.
  if (/^[a-z]+ [a-z]+$/.test(folded)) return ` ${folded}`;
  for (const part of folded.split(/\s+/)) {
    const plain = part.replace(APOSTROPHES, '');
    const pieces = plain.split(BETWEEN_WORDS).filter((piece) => piece !== '');
    words.push(...pieces);
    if (pieces.length > 1) words.push(pieces.join(''));
    if (plain !== part) words.push(...part.split(APOSTROPHES).filter((piece) => piece !== ''));
  }
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/**
 * The digits that stay the same however a number is written: `07700 900123`, `+44 (0)7700 900123` and `447700900123` →
 * `7700900123`. A number of another country keeps its country code.
 */
export function mobileDigits(text: string): string {
  if (text === '') return '';
  const trimmed = text.replace('(0)', '').trim();
  let digits = trimmed.replace(/\D/g, '');
  let isInternational = /^\(?\+/.test(trimmed);
  if (!isInternational && digits.startsWith('00')) {
    digits = digits.slice(2);
    isInternational = true;
  }
  // Without a plus only a number long enough to be a whole one is taken for an international one.
  if (digits.startsWith('44') && (isInternational || digits.length >= 12)) digits = digits.slice(2);
  return digits.replace(/^0+/, '');
}
