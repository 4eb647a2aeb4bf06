import { cleanPastedMobile } from '#shared/text/clean-pasted.ts';

/** Calling codes of one and two digits; all others have three (ITU-T E.164, list of assigned codes). */
const SHORT_CODES = new Set(
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);
/** Fewer digits are part of a number. */
export const SHORTEST_NUMBER = 7;

/** "35387…" → 3. Codes are prefix-free. */
function callingCodeLength(digits: string): number {
  if (SHORT_CODES.has(digits.slice(0, 1))) return 1;
  return SHORT_CODES.has(digits.slice(0, 2)) ? 2 : Math.min(3, digits.length);
}

/**
 * The digits that stay the same however a British number is written: `07700 900123`, `+44 (0)7700 900123` and
 * `447700900123` → `7700900123`. A number of another country keeps its country code. Several numbers in one field have a
 * space between them.
 */
export function mobileDigits(text: string): string {
  if (/^0[1-9]\d{8,9}$/.test(text)) return text.slice(1);
  if (text === '') return '';
  // Nearly every number is that plain.
  if (/^\+?\d[\d ]*$/.test(text)) return oneNumber(text);
  const plain = cleanPastedMobile(text);
  const several = plain.split(/[/,;|&]|\bor\b|\band\b|(?<=\d)\s*(?=\+)/i).map(oneNumber);
  if (several.length > 1 && several.every((number) => number.length >= SHORTEST_NUMBER)) return several.join(' ');
  return oneNumber(plain);
}

function oneNumber(text: string): string {
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

/** A number, or part of one, that is looked for. */
export interface NumberNeedle {
  /** As typed, without a plus: for the last digits, and digits in the middle. Missing after a plus. */
  part?: string;
  /** How a stored number may begin. */
  beginnings: string[];
  /** What a stored number ends with when it is the same one, in national or international spelling. */
  cores: string[];
  /** The country code that was typed. */
  code?: string;
}

export function numberNeedle(text: string): NumberNeedle {
  const plain = cleanPastedMobile(text).replace('(0)', '').trim();
  const raw = plain.replace(/\D/g, '');
  const digits = mobileDigits(plain).replace(/ .*/, '');
  if (!/^\(?\+|^\(?00/.test(plain)) {
    const beginnings = new Set([digits]);
    // "4477…" being typed may be the beginning of +4477…
    if (digits.startsWith('44')) beginnings.add(mobileDigits(`+${digits}`));
    const cores = [digits];
    // Other trunk prefixes than 0: 8 in Russia, 06 in Hungary, 1 in North America; or a country code without its plus.
    if (/^8\d{10}$/.test(raw) || /^1\d{10}$/.test(raw) || /^06\d{9}$/.test(raw)) cores.push(digits.slice(1));
    if (raw.length >= 11 && !raw.startsWith('0')) cores.push(raw.slice(callingCodeLength(raw)).replace(/^0+/, ''));
    return { part: raw, beginnings: [...beginnings], cores: cores.filter(isLongEnough) };
  }
  const international = raw.replace(/^00/, '');
  const code = international.slice(0, callingCodeLength(international));
  const core = international.slice(code.length).replace(/^0+/, '');
  const beginnings = [digits];
  if (core.length >= 4) beginnings.push(core);
  return { beginnings, cores: [core].filter(isLongEnough), code };
}

function isLongEnough(digits: string): boolean {
  return digits.length >= SHORTEST_NUMBER;
}

/** How well a stored number fits: the same one, its last digits, its first ones, others, or not at all. */
export const NUMBER_FIT = { none: 0, same: 1, end: 2, beginning: 3, part: 4 } as const;
export type NumberFit = (typeof NUMBER_FIT)[keyof typeof NUMBER_FIT];

/** @param stored what `mobileDigits` made of it */
export function fitNumber(stored: string, needle: NumberNeedle): NumberFit {
  if (stored === '') return NUMBER_FIT.none;
  if (!stored.includes(' ')) return fitOne(stored, needle);
  const fits = stored.split(' ').map((number) => fitOne(number, needle));
  return fits.filter((fit) => fit !== NUMBER_FIT.none).toSorted((a, b) => a - b)[0] ?? NUMBER_FIT.none;
}

function fitOne(stored: string, { part, beginnings, cores, code }: NumberNeedle): NumberFit {
  for (const core of cores) if (stored.endsWith(core) && isSame(stored, core, code)) return NUMBER_FIT.same;
  if (part !== undefined && part !== '' && stored.endsWith(part)) return NUMBER_FIT.end;
  for (const digits of beginnings) if (beginsWith(stored, digits)) return NUMBER_FIT.beginning;
  return part !== undefined && part !== '' && stored.includes(part) ? NUMBER_FIT.part : NUMBER_FIT.none;
}

/** What is left before the number's own digits is a country code, a trunk prefix, or nothing. */
function isSame(stored: string, core: string, code: string | undefined): boolean {
  const rest = stored.slice(0, -core.length);
  if (rest === '' || /^[86]$/.test(rest)) return true;
  const length = callingCodeLength(rest);
  const isCode = rest.length >= length && rest.length - length <= 1;
  return isCode && (code === undefined || rest.startsWith(code));
}

function beginsWith(stored: string, digits: string): boolean {
  if (stored.startsWith(digits)) return true;
  // 087… for what is stored with its country code.
  return digits.length >= 3 && stored.length >= 10 && stored.startsWith(digits, callingCodeLength(stored));
}
