import { type CustomerIndex, RANK } from './customer-index.ts';
import { FIT } from './contact-fits.ts';
import type { Piece, Term } from './parse-query.ts';
import { COST, type WordCosts } from './word-costs.ts';
import { isExtra, isLastName, wordIdOf } from './word-lists.ts';

/** One way to understand a query: its words, what each may match, and how well the whole then counts at best. */
export interface Attempt {
  pieces: readonly Piece[];
  costs: readonly WordCosts[];
  terms: readonly Term[];
  /** For each term how well addresses and numbers fit. */
  fits: readonly (Uint8Array | undefined)[];
  /** Words were written together or apart. */
  isRespaced: boolean;
}

const LAST_RANK = 250;

/** What a customer was found by. */
export type MatchReason = 'name' | 'email' | 'mobile' | 'id' | 'nickname' | 'sound' | 'spelling';

const NOT_FOUND = 255;

/** The rank of the customer at a place, or `RANK.none`. */
export function rankAt(index: CustomerIndex, { pieces, costs, fits, isRespaced }: Attempt, place: number): number {
  const { entries, starts, lengths } = index.words;
  const start = starts[place] ?? 0;
  const end = start + (lengths[place] ?? 0);
  let after = start;
  let isOrdered = true;
  let isWhole = true;
  let far = 0;
  let worstFit: number = FIT.none;
  for (let at = 0; at < pieces.length; at++) {
    const row = costs[at];
    let least = NOT_FOUND;
    let leastAfter = NOT_FOUND;
    let foundAt = after;
    if (row) {
      for (let word = start; word < end; word++) {
        const cost = row[wordIdOf(entries[word] ?? 0)] ?? 0;
        if (cost === 0) continue;
        if (cost < least) least = cost;
        if (word >= after && cost < leastAfter) {
          leastAfter = cost;
          foundAt = word;
        }
      }
    }
    if (least === NOT_FOUND || least > COST.beginning) {
      const fit = fits[pieces[at]?.term ?? -1]?.[place] ?? FIT.none;
      if (fit !== FIT.none) {
        if (fit > worstFit) worstFit = fit;
        continue;
      }
      if (least === NOT_FOUND) return RANK.none;
    }
    if (least > COST.beginning) far += least;
    if (leastAfter === least) after = foundAt + 1;
    else isOrdered = false;
    if (least !== COST.whole) isWhole = false;
  }
  if (far > 0) return farRank(far);
  if (worstFit !== FIT.none) return contactRank(worstFit);
  if (isRespaced) return isWhole ? RANK.wholeWords : RANK.respaced;
  if (isWhole) return isOrdered ? RANK.wholeWordsInOrder : RANK.wholeWords;
  return isOrdered ? RANK.inOrder : RANK.anyOrder;
}

/** The ranks of all customers. Most lack the rarest of several words, and are not looked at any further. */
export function rankAll(index: CustomerIndex, attempt: Attempt): Uint8Array {
  if (attempt.pieces.length === 1) return rankOneWord(index, attempt);
  const { entries, starts, lengths } = index.words;
  const ranks = new Uint8Array(index.customers.length).fill(RANK.none);
  const { row, fit } = rarestPiece(attempt);
  for (let place = 0; place < ranks.length; place++) {
    const start = starts[place] ?? 0;
    const end = start + (lengths[place] ?? 0);
    let isThere = fit !== undefined && fit[place] !== FIT.none;
    for (let word = start; word < end && !isThere; word++) isThere = row[wordIdOf(entries[word] ?? 0)] !== 0;
    if (isThere) ranks[place] = rankAt(index, attempt, place);
  }
  return ranks;
}

function rarestPiece({ pieces, costs, fits }: Attempt): { row: WordCosts; fit: Uint8Array | undefined } {
  let rarest: { row: WordCosts; fit: Uint8Array | undefined } = { row: new Uint8Array(), fit: undefined };
  let least = Infinity;
  for (const [at, row] of costs.entries()) {
    const fit = fits[pieces[at]?.term ?? -1];
    const count = countSome(row) + (fit ? countSome(fit) : 0);
    if (count >= least) continue;
    least = count;
    rarest = { row, fit };
  }
  return rarest;
}

function countSome(values: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < values.length; at++) if (values[at] !== 0) count += 1;
  return count;
}

/** The same for all customers, when there is only one word: most of what is typed, and every first letter. */
function rankOneWord(index: CustomerIndex, { pieces, costs, fits, isRespaced }: Attempt): Uint8Array {
  const { entries, starts, lengths } = index.words;
  const [row] = costs;
  const fit = fits[pieces[0]?.term ?? -1];
  const ranks = new Uint8Array(index.customers.length).fill(RANK.none);
  for (let place = 0; place < ranks.length; place++) {
    const start = starts[place] ?? 0;
    const end = start + (lengths[place] ?? 0);
    let least = NOT_FOUND;
    let isAlone = false;
    for (let word = start; word < end; word++) {
      const cost = row?.[wordIdOf(entries[word] ?? 0)] ?? 0;
      if (cost === 0) continue;
      if (cost < least) least = cost;
      if (cost === COST.whole) isAlone ||= standsAlone(entries, start, end, word);
    }
    const contact = fit?.[place] ?? FIT.none;
    if (contact !== FIT.none && least > COST.beginning) ranks[place] = contactRank(contact);
    // Smith before Miller-Smith.
    else if (least === COST.whole) ranks[place] = isRespaced || !isAlone ? RANK.wholeWords : RANK.wholeWordsInOrder;
    else if (least === COST.beginning) ranks[place] = isRespaced ? RANK.respaced : RANK.inOrder;
    else if (least !== NOT_FOUND) ranks[place] = farRank(least);
  }
  return ranks;
}

/** Whether a word is the whole first or the whole last name. */
function standsAlone(entries: Uint32Array, start: number, end: number, word: number): boolean {
  const own = entries[word] ?? 0;
  if (isExtra(own)) return true;
  for (let at = start; at < end; at++) {
    const other = entries[at] ?? 0;
    if (at !== word && !isExtra(other) && isLastName(other) === isLastName(own)) return false;
  }
  return true;
}

function contactRank(fit: number): number {
  if (fit === FIT.whole) return RANK.exact;
  return fit === FIT.edge ? RANK.contactEdge : RANK.contactPart;
}

function farRank(far: number): number {
  if (far < COST.similarAlike) return Math.min(RANK.otherName + far - COST.otherName, RANK.similar - 1);
  return Math.min(RANK.similar + far - COST.similarAlike, LAST_RANK);
}

/** The words of a name that a piece matched, the best of them: for explaining a hit. */
export function matchedWord(
  index: CustomerIndex,
  costs: WordCosts | undefined,
  place: number,
): { word: string; cost: number } | undefined {
  const { entries, starts, lengths } = index.words;
  const start = starts[place] ?? 0;
  let best: { word: string; cost: number } | undefined;
  for (let at = start; at < start + (lengths[place] ?? 0); at++) {
    const id = wordIdOf(entries[at] ?? 0);
    const cost = costs?.[id] ?? 0;
    if (cost > 0 && (!best || cost < best.cost)) best = { word: index.vocabulary.words[id] ?? '', cost };
  }
  return best;
}
