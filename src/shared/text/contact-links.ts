import { cleanPastedEmail, cleanPastedMobile } from './clean-pasted.ts';

/** Of one address; `?` and `%` would let what follows become part of the link. */
const ADDRESS =
  /^(?<local>[\p{L}\p{M}\p{N}.!#$&'*+/=^_`{|}~-]+)@(?<domain>(?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]{2,})$/u;
const NUMBER = /^\+?[\d\s().\-/]+$/;
/** Fewer digits are an extension or a part, more are two numbers (ITU-T E.164). */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Whose numbers keep their zero behind the country code: Italy, San Marino, the Vatican, Ivory Coast, Gabon, Congo. */
const KEEPS_ZERO = /^\+(?:39|378|379|225|241|242)/;

/** `mailto:` for what is surely one address; nothing for anything else. */
export function mailLink(text: string): string | undefined {
  const parts = ADDRESS.exec(cleanPastedEmail(text))?.groups;
  return parts && `mailto:${encodeURIComponent(parts['local'] ?? '')}@${parts['domain'] ?? ''}`;
}

/** `tel:` and what a telephone dials, for what is surely one number; nothing for two, for words, for a part of one. */
export function telephoneLink(text: string): string | undefined {
  const plain = cleanPastedMobile(text);
  if (!NUMBER.test(plain) || !isOne(plain)) return undefined;
  const dialled = plain
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const digits = dialled.replace('+', '').length;
  if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return undefined;
  return `tel:${dialled.startsWith('+') && !KEEPS_ZERO.test(dialled) ? withoutTrunkZero(plain, dialled) : dialled}`;
}

/** A slash is between area code and number, or between two numbers. */
function isOne(text: string): boolean {
  const parts = text.split('/').map((part) => part.replace(/\D/g, '').length);
  return parts.length === 1 || (parts.length === 2 && (parts[0] ?? 0) <= 6 && (parts[1] ?? 0) >= 5);
}

/** “+44 07700 …”: the zero cannot be dialled behind a country code. */
function withoutTrunkZero(text: string, dialled: string): string {
  const code = /^\(?(?:\+|00)\s*(?<code>\d{1,3})[\s().\-/]+0/.exec(text)?.groups?.['code'] ?? knownCode(dialled);
  return code === undefined ? dialled : dialled.replace(new RegExp(`^\\+${code}0+`), `+${code}`);
}

/** Written in one, only the codes that begin no other code are sure. */
function knownCode(dialled: string): string | undefined {
  return /^\+(?<code>1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])0/.exec(dialled)?.groups?.['code'];
}

/** Fills the ids into an address template of the configuration; nothing without a template. */
export function reservieLink(template: string | undefined, ids: Record<string, string>): string | undefined {
  return template?.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
}

/** A plainly British number in its usual groups; anything else as it was typed. */
export function describeMobile(mobile: string): string {
  if (!/^[+\d][\d\s().\-/]*$/.test(mobile)) return mobile;
  const digits = mobile.replace('(0)', '').replace(/[^\d+]/g, '');
  const national = /^(?:0|\+44|0044)([127]\d{9})$/.exec(digits)?.[1];
  if (national === undefined) return mobile;
  const start = digits.startsWith('0') && !digits.startsWith('00') ? '0' : '+44 ';
  if (national.startsWith('20')) return `${start}${national.slice(0, 2)} ${national.slice(2, 6)} ${national.slice(6)}`;
  return `${start}${national.slice(0, 4)} ${national.slice(4)}`;
}
