/** No width, or only a direction: U+200B–200F, U+202A–202E, U+2060–206F, U+FEFF, U+00AD, fillers, variation selectors. */
const INVISIBLE = /[\p{DI}\uFFF9-\uFFFB]/gu;
/** Without those that are spaces. */
const CONTROL = /(?![\s\u0085])\p{Cc}/gu;
const SPACES = /[\s\u0085\u2800]+/gu;
const DASHES = /[\p{Pd}\u02D7\u2043\u2212\u23AF\u2500]/gu;
/** A pair of quotes around the whole. */
const QUOTED = /^["'`´‘’‚‛“”„‟‹›«»「」『』](?<inner>.*)["'`´‘’‚‛“”„‟‹›«»「」『』]$/u;
const BEFORE = /^[\s,;:]+/u;
const AFTER = /[\s,;:]+$/u;
const DIGIT = /\p{Nd}/u;

/**
 * One line without what cannot be seen, with plain spaces, hyphens and digits. For searching, where nothing is lost by
 * it; for saving a name use `cleanPastedName`.
 */
export function cleanPastedText(text: string): string {
  if (/^[!-~]*(?: [!-~]+)*$/.test(text)) return text;
  return plainCharacters(text.replace(INVISIBLE, ''));
}

/** A name to save: joiners stay where scripts and emoji need them, the full stop of “Jr.” too. */
export function cleanPastedName(text: string): string {
  return unwrap(plainCharacters(text.replace(INVISIBLE, keepNeeded), false)).replace(/(?<=\p{L}{4})\.$/u, '');
}

/** An address to save or to find: out of `mailto:…?subject=…`, `Name <address>`, quotes, brackets and punctuation. */
export function cleanPastedEmail(text: string): string {
  const plain = unwrap(cleanPastedText(narrow(text))).replace(/(?<=@\S+) +[([][^@()[\]]*[)\]]$/u, '');
  const inBrackets = /[<([]\s*(?<address>(?:mailto:)?[^\s<>()[\]]+@[^\s<>()[\]]+)\s*[>)\]]/iu.exec(plain)?.groups?.[
    'address'
  ];
  const bare = unwrap((inBrackets ?? plain).replace(/^[<([]+\s*|\s*[>)\]]+$/gu, ''));
  return withoutFullStop(/^mailto:/i.test(bare) ? fromMailto(bare) : bare);
}

const LINK = /^(?:tel|callto|sms(?:to)?):\s*/i;

/** A telephone number to save or to find: out of `tel:…;ext=…`, `sms:…?body=…`, quotes and punctuation, with digits 0 to 9. */
export function cleanPastedMobile(text: string): string {
  const plain = unwrap(cleanPastedText(narrow(text)));
  const isLink = LINK.test(plain);
  const number = isLink ? decode(plain.replace(LINK, '').replace(/[;?].*$/, '')) : plain;
  return withoutFullStop(unwrap(number));
}

/** A code to sign in with: the spaces mean nothing. Hyphens go from digits, and stay among letters. */
export function cleanPastedCode(text: string): string {
  const plain = withoutFullStop(unwrap(cleanPastedText(narrow(text)))).replace(/ /g, '');
  return /^[\d-]+$/.test(plain) ? plain.replace(/-/g, '') : plain;
}

function plainCharacters(text: string, hasPlainDigits = true): string {
  const plain = text.replace(CONTROL, '').replace(SPACES, ' ').replace(DASHES, '-').trim();
  return hasPlainDigits && DIGIT.test(plain) ? plain.replace(/(?![0-9])\p{Nd}/gu, plainDigit) : plain;
}

/** Of every script: Unicode keeps each ten in order, from a code that ends in 0 or 6 (in hexadecimal). */
function plainDigit(digit: string): string {
  const narrowed = digit.normalize('NFKC');
  if (/^[0-9]$/.test(narrowed)) return narrowed;
  const code = digit.codePointAt(0) ?? 0;
  const low = code % 16;
  return String(DIGIT.test(String.fromCodePoint(code - low)) ? low : low - 6);
}

/** “ｇｒｅｔａ＠example．com” as an input method for Japanese types it. */
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

function unwrap(text: string): string {
  let bare = text;
  for (;;) {
    const next = bare.replace(BEFORE, '').replace(AFTER, '');
    const inner = (QUOTED.exec(next)?.groups?.['inner'] ?? next).trim();
    if (inner === bare) return bare;
    bare = inner;
  }
}

function withoutFullStop(text: string): string {
  return text.replace(/[\s.,;:!?。、]+$/u, '');
}

function fromMailto(link: string): string {
  return decode(link.replace(/^mailto:\s*/i, '').replace(/[?,].*$/, ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text;
  }
}

const JOINERS = /[\u200C\u200D]/;
const NEEDS_JOINERS = /[\p{L}\p{M}]$/u;
const WITHOUT_JOINERS = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]$/u;

/** Persian, Indic scripts and emoji spell with joiners, Han and emoji with variation selectors. */
function keepNeeded(character: string, at: number, text: string): string {
  const before = text.slice(0, at);
  const after = text.slice(at + character.length);
  if (JOINERS.test(character)) {
    const joinsLetters = NEEDS_JOINERS.test(before) && !WITHOUT_JOINERS.test(before) && /^[\p{L}\p{M}]/u.test(after);
    const joinsEmoji = /[\p{ExtPict}\p{EMod}]\uFE0F?$/u.test(before) && /^\p{ExtPict}/u.test(after);
    return joinsLetters || joinsEmoji ? character : '';
  }
  if (/[\uFE0E\uFE0F]/.test(character)) return /(?:\p{Emoji})$/u.test(before) ? character : '';
  if (/[\u{E0100}-\u{E01EF}]/u.test(character)) return /\p{sc=Han}$/u.test(before) ? character : '';
  return '';
}
