import type { Term } from './parse-query.ts';
import { NUMBER_FIT, type NumberNeedle, fitNumber } from './telephone.ts';

/** How well an address or a number fits: wholly, where a part of it begins or ends, somewhere, or not at all. */
export const FIT = { none: 0, whole: 1, edge: 2, part: 3 } as const;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** As many terms as a user types. */
const MOST_KEPT = 8;

/** For every place how well its address or number fits a term; what was found for a shorter term is looked through only. */
export class ContactFits {
  readonly #emails: readonly string[];
  readonly #mobiles: readonly string[];
  readonly #emailFits = new Map<string, Uint8Array>();

  constructor(emails: readonly string[], mobiles: readonly string[]) {
    this.#emails = emails;
    this.#mobiles = mobiles;
  }

  /** After a change. */
  clear(): void {
    // 100,000 times while the list arrives: clearing an empty map makes a new one.
    if (this.#emailFits.size > 0) this.#emailFits.clear();
  }

  /** Nothing when a term can be neither. */
  of({ email, number }: Term): Uint8Array | undefined {
    const emailFits = email === undefined ? undefined : this.#ofEmail(email);
    if (!number) return emailFits;
    const fits = emailFits ? emailFits.slice() : new Uint8Array(this.#mobiles.length);
    this.#addNumber(fits, number);
    return fits;
  }

  #ofEmail(needle: string): Uint8Array {
    const kept = this.#emailFits.get(needle);
    if (kept) return kept;
    const among = this.#shorter(needle);
    const fits = new Uint8Array(this.#emails.length);
    for (let place = 0; place < fits.length; place++) {
      if (among && among[place] === FIT.none) continue;
      const email = this.#emails[place] ?? '';
      const at = email.indexOf(needle);
      if (at >= 0) fits[place] = fitAt(email, needle, at);
    }
    for (const key of [...this.#emailFits.keys()].slice(0, 1 + this.#emailFits.size - MOST_KEPT)) {
      this.#emailFits.delete(key);
    }
    this.#emailFits.set(needle, fits);
    return fits;
  }

  #shorter(needle: string): Uint8Array | undefined {
    let longest = '';
    for (const key of this.#emailFits.keys()) if (needle.includes(key) && key.length > longest.length) longest = key;
    return this.#emailFits.get(longest);
  }

  #addNumber(fits: Uint8Array, needle: NumberNeedle): void {
    const { part = '', beginnings, cores } = needle;
    const pieces = [...new Set([...beginnings, ...cores, part].filter((digits) => digits !== ''))];
    const [first, ...others] = pieces;
    if (first === undefined) return;
    for (let place = 0; place < fits.length; place++) {
      const stored = this.#mobiles[place] ?? '';
      if (!stored.includes(first) && !others.some((digits) => stored.includes(digits))) continue;
      const fit = fitNumber(stored, needle);
      if (fit === NUMBER_FIT.none) continue;
      const as = fit === NUMBER_FIT.same ? FIT.whole : fit === NUMBER_FIT.part ? FIT.part : FIT.edge;
      const known = fits[place] ?? FIT.none;
      if (known === FIT.none || as < known) fits[place] = as;
    }
  }
}

/** @param email with its readable form after a space, where it has one */
export function fitAt(email: string, needle: string, at: number): number {
  if (email.length === needle.length || email.split(' ').includes(needle)) return FIT.whole;
  if (at === 0) return FIT.edge;
  const isInName = at < email.indexOf('@');
  return isInName && !LETTER_OR_DIGIT.test(email[at - 1] ?? '') ? FIT.edge : FIT.part;
}
