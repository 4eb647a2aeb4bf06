import { dictionary } from '@zxcvbn-ts/language-common';
import { Problem } from '../http/problem.ts';

/** What a guesser tries first, from leaked passwords; shorter ones are refused for their length. */
const COMMON = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
/** What all who see the product know. */
const PRODUCT_WORDS = ['studio', 'desk', 'reservie', 'password', 'booking', 'welcome'];
const SHORTEST_WORD = 3;
/** So many characters must be left without the words that a guesser knows. */
const LEAST_LEFT = 6;
const LEAST_DIFFERENT = 4;

export interface Owner {
  name?: string | undefined;
  email?: string | undefined;
  /** Of the address under which staff find the studio's desk. */
  studioHost?: string | undefined;
}

/** Why a password would be guessed soon, in a sentence; nothing when it would not. NIST SP 800-63B, 5.1.1.2. */
export function weaknessOf(password: string, owner: Owner): string | undefined {
  const text = password.toLowerCase();
  // "football2026!" is "football" with what a rule asked for.
  const stem = text.replace(/[^\p{L}]+$/u, '');
  const isPadded = text.length - stem.length <= 5 && COMMON.has(stem);
  if (COMMON.has(text) || isPadded) return 'Many people use this password. Choose another';
  if (new Set(text).size < LEAST_DIFFERENT) return 'Use more than a few different characters';
  const left = knownWords(owner).reduce((rest, word) => rest.replaceAll(word, ''), text);
  const isKnown = left.length < text.length && left.replaceAll(/[^\p{L}\p{N}]/gu, '').length < LEAST_LEFT;
  return isKnown ? 'Use more than your name, your address or the name of the studio' : undefined;
}

/** @throws Problem on the field. */
export function refuseWeak(password: string, owner: Owner, field: string): void {
  const weakness = weaknessOf(password, owner);
  if (weakness !== undefined) throw new Problem('invalid_request', `${weakness}.`, { fields: { [field]: weakness } });
}

/** The longest first, so that none is left in pieces. */
function knownWords({ name = '', email = '', studioHost = '' }: Owner): string[] {
  const words = `${name} ${email} ${studioHost}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = [...PRODUCT_WORDS, ...words].filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set(known)].toSorted((a, b) => b.length - a.length);
}
