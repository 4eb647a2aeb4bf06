import { editDistance } from './edit-distance.ts';
import { otherNames } from './other-names.ts';
import type { Piece } from './parse-query.ts';
import type { Sounds } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How far a word of a name is from what was typed; 0 is no match. */
export const COST = {
  whole: 1,
  beginning: 2,
  /** From here on each is a stage of its own. */
  otherName: 10,
  distantOtherName: 12,
  /** One letter is wrong, and it sounds the same. */
  similarAlike: 20,
  said: 21,
  similar: 22,
  similarAtStart: 23,
  sound: 24,
  similarBeginning: 25,
  twiceWrong: 40,
} as const;

/** Shorter words have too many neighbours. */
const SHORTEST_SIMILAR = 3;
const SHORTEST_TWICE_WRONG = 7;
const SHORTEST_OTHER_NAME = 2;
const MOST_LETTERS = 40;

/** For every word of the vocabulary its cost for a piece of the query. */
export type WordCosts = Uint8Array;

export function directCosts(piece: Piece, vocabulary: Vocabulary): WordCosts {
  const costs = new Uint8Array(vocabulary.size);
  for (const form of piece.isWhole ? [] : piece.forms) {
    for (const id of vocabulary.withPrefix(form)) costs[id] ||= COST.beginning;
  }
  for (const form of piece.forms) {
    const whole = vocabulary.idOf(form);
    if (whole !== undefined) costs[whole] = COST.whole;
  }
  return costs;
}

/** Adds what else a person of that name is called; `isClose` leaves out what is called alike by way of a third name. */
export function addOtherNames(costs: WordCosts, piece: Piece, vocabulary: Vocabulary, isClose: boolean): boolean {
  let isAny = false;
  for (const form of piece.forms) {
    if (form.length < SHORTEST_OTHER_NAME) continue;
    for (const { name, isDirect } of otherNames(form)) {
      const id = vocabulary.idOf(name);
      if (id === undefined || (isClose && !isDirect)) continue;
      isAny = true;
      improve(costs, id, isDirect ? COST.otherName : COST.distantOtherName);
    }
  }
  return isAny;
}

/** Adds what sounds alike and what is one letter away; in the start, the middle or the end. */
export function addSimilar(costs: WordCosts, piece: Piece, vocabulary: Vocabulary, sounds: Sounds): void {
  const [form] = piece.forms;
  if (form === undefined || form.length < SHORTEST_SIMILAR || form.length > MOST_LETTERS || /^\d/.test(form)) return;
  const { words } = vocabulary;
  for (const [id, word] of words.entries()) {
    if (word.length < form.length - 1 || costs[id] === COST.whole) continue;
    const distance = editDistance(form, word, 1);
    if (distance <= 1) improve(costs, id, word[0] === form[0] ? COST.similar : COST.similarAtStart);
    else if (form.length > SHORTEST_SIMILAR && editDistance(form, word, 1, true) <= 1) {
      improve(costs, id, COST.similarBeginning);
    }
  }
  for (const { id, isSaid } of sounds.like(form)) {
    const distance = editDistance(form, words[id] ?? '', 3);
    const farthest = Math.max(1, Math.floor(form.length / 2));
    if (isSaid) improve(costs, id, COST.said);
    else if (distance <= 1) improve(costs, id, COST.similarAlike);
    else if (distance <= Math.min(3, farthest)) improve(costs, id, COST.sound);
  }
}

/** Adds long words with two letters wrong, for when nothing else is found. */
export function addTwiceWrong(costs: WordCosts, piece: Piece, vocabulary: Vocabulary): void {
  const [form] = piece.forms;
  if (form === undefined || form.length < SHORTEST_TWICE_WRONG || form.length > MOST_LETTERS) return;
  const letters = letterBits(form);
  for (const [id, word] of vocabulary.words.entries()) {
    if (costs[id] !== 0 || Math.abs(word.length - form.length) > 2) continue;
    if (countBits(letterBits(word) ^ letters) <= 4 && editDistance(form, word, 2) <= 2) costs[id] = COST.twiceWrong;
  }
}

function improve(costs: WordCosts, id: number, cost: number): void {
  const known = costs[id] ?? 0;
  if (known === 0 || cost < known) costs[id] = cost;
}

/** Which letters a word has, without where. */
function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
