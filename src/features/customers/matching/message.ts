import { cleanPastedText } from '#shared/text/clean-pasted.ts';
import { readableAddress } from '#shared/text/readable-address.ts';
import type { MatchReason } from './attempt.ts';
import { type CustomerIndex, RANK } from './customer-index.ts';
import { fold, splitFolded } from './fold.ts';
import { otherNames } from './other-names.ts';
import { NUMBER_FIT, SHORTEST_NUMBER, fitNumber, numberNeedle } from './telephone.ts';
import { COST, addSimilar } from './word-costs.ts';
import { isExtra, isLastName, wordIdOf } from './word-lists.ts';
import { soundsOf } from './sounds.ts';

export interface MessageHit {
  rank: number;
  reason: MatchReason;
  /** What of the message it was. */
  text: string;
}

type Hits = Map<number, MessageHit>;

const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/gu;
const NUMBER = /\+?\(?\d(?:[\s().\-/]*\d){6,15}/g;
const ID = /cust_[a-z\d-]+/gi;
/** Words of a message that are also names, in lower case no names. */
const COMMON = new Set(
  `a about after all also always am an and any anna are art as ask at back be been bell best bill booking book but by call came can
  card change chance class classes come could course cross date day dear did do does done drew drop email emails
  faith first for frank friend from get gave give go good grace grant had hall has have he hello help her here
  hi him his home hope how i if in is it its iris ivy jack joy june just kind king know last late lee let like little long lot love made
  mail make mark may me message miss mobile monday more morning move mr mrs ms much my name new next no not now number of ok old on one or
  our out park pass pat paid pay phone place please price rich rob rose rosie sam saturday she so some sorry sue sun sunday thank thanks that the their them
  then there they this thursday time to today tomorrow told too tuesday up us very violet want was wed wednesday we well were west what when
  where which white who why will win with wood woods would yes yesterday yoga you young your`.split(/\s+/),
);
/** A name that so many bear says nothing. */
const MOST_NAMESAKES = 60;
const MOST_MISSPELT = 5;

/** Whom a pasted message is from or about: by an id, an address or a number in it, or else by a name. */
export function findInMessage(index: CustomerIndex, text: string): Hits {
  const message = cleanPastedText(text);
  const hits: Hits = new Map();
  findIds(index, message, hits);
  findAddresses(index, message, hits);
  findNumbers(index, message, hits);
  return hits.size > 0 ? hits : findNames(index, message.replace(ADDRESS, ' '));
}

function findIds(index: CustomerIndex, message: string, hits: Hits): void {
  for (const [id] of message.matchAll(ID)) {
    const place = index.places.get(id.toLowerCase());
    if (place !== undefined) hits.set(place, { rank: RANK.exact, reason: 'id', text: id });
  }
}

function findAddresses(index: CustomerIndex, message: string, hits: Hits): void {
  const addresses = [...message.matchAll(ADDRESS)].map(([address]) => fold(readableAddress(bare(address))));
  for (const address of new Set(addresses)) {
    for (const [place, email] of index.emails.entries()) {
      const isOwn = email === address || (email.includes(' ') && email.split(' ').includes(address));
      if (isOwn && !hits.has(place)) hits.set(place, { rank: RANK.exact, reason: 'email', text: address });
    }
  }
}

function bare(address: string): string {
  return address
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/[.!]+$/, '');
}

function findNumbers(index: CustomerIndex, message: string, hits: Hits): void {
  for (const [text] of message.replace(ADDRESS, ' ').matchAll(NUMBER)) {
    const needle = numberNeedle(text);
    for (const [place, mobile] of index.mobiles.entries()) {
      if (mobile.length < SHORTEST_NUMBER || hits.has(place)) continue;
      if (fitNumber(mobile, needle) === NUMBER_FIT.same) hits.set(place, { rank: RANK.exact, reason: 'mobile', text });
    }
  }
}

interface MessageWord {
  word: string;
  /** Might be a name: no everyday word, or one with a capital. */
  isName: boolean;
}

function readWords(message: string): MessageWord[] {
  const tokens = message.split(/\s+/).filter((token) => token !== '');
  const hasCapitals = tokens.slice(1).some((token) => /^[\p{P}]*\p{Lu}\p{Ll}/u.test(token));
  return tokens.flatMap((token, at) => {
    const isCapital = /^[\p{P}]*\p{Lu}/u.test(token);
    return splitFolded(fold(token))
      .flat()
      .map((word) => {
        const isCommon = COMMON.has(word) && (!isCapital || at === 0 || !hasCapitals);
        return { word, isName: word.length > 1 && !isCommon };
      });
  });
}

const SPELT = 1;
const SHORT = 2;
const MISSPELT = 4;

function findNames(index: CustomerIndex, message: string): Hits {
  const words = readWords(message);
  if (words.length < 2) return new Map();
  const marks = new Uint8Array(index.vocabulary.size);
  const everyday = new Set<number>();
  for (const { word, isName } of words) {
    const id = index.vocabulary.idOf(word);
    if (id === undefined) continue;
    marks[id] = SPELT;
    if (!isName) everyday.add(id);
  }
  const text = ` ${words.map(({ word }) => word).join(' ')} `;
  const whole = wholeNames(index, marks, everyday, text);
  if (whole.size > 0) return whole;
  addShortForms(index, words, marks);
  const short = wholeNames(index, marks, everyday, text);
  if (short.size > 0) return short;
  addMisspelt(index, words, marks);
  const misspelt = wholeNames(index, marks, everyday, text);
  if (misspelt.size > 0) return misspelt;
  const last = singleNames(index, marks, everyday, true);
  return last.size > 0 ? last : singleNames(index, marks, everyday, false);
}

function addShortForms(index: CustomerIndex, words: readonly MessageWord[], marks: Uint8Array): void {
  for (const { word, isName } of words) {
    if (!isName) continue;
    for (const { name } of otherNames(word)) {
      const id = index.vocabulary.idOf(name);
      if (id !== undefined) marks[id] ||= SHORT;
    }
  }
}

function addMisspelt(index: CustomerIndex, words: readonly MessageWord[], marks: Uint8Array): void {
  const strange = words.filter(({ word, isName }) => isName && word.length > 3 && !index.vocabulary.has(word));
  for (const { word } of strange.slice(0, MOST_MISSPELT)) {
    const costs = new Uint8Array(index.vocabulary.size);
    addSimilar(costs, { forms: [word], term: undefined }, index.vocabulary, soundsOf(index));
    for (const [id, cost] of costs.entries()) {
      if (cost > 0 && cost < COST.sound) marks[id] ||= MISSPELT;
    }
  }
}

/** Those of whose name every word is in the message; side by side, if there is such a one. */
function wholeNames(index: CustomerIndex, marks: Uint8Array, everyday: ReadonlySet<number>, text: string): Hits {
  const together: Hits = new Map();
  const apart: Hits = new Map();
  for (let place = 0; place < index.customers.length; place++) {
    const { kinds, ids } = wordsInMessage(index, marks, place);
    if (ids.length < 2) continue;
    const names = ids.map((id) => index.vocabulary.words[id] ?? '');
    const how = kinds & MISSPELT ? 'spelling' : kinds & SHORT ? 'nickname' : 'name';
    const rank = how === 'spelling' ? RANK.similar : how === 'nickname' ? RANK.otherName : RANK.wholeWordsInOrder;
    const entry: MessageHit = { rank, reason: how, text: names.join(' ') };
    if (how === 'name' && isTogether(text, names)) together.set(place, entry);
    else if (!ids.some((id) => everyday.has(id))) apart.set(place, entry);
  }
  return together.size > 0 ? together : apart;
}

function isTogether(text: string, names: readonly string[]): boolean {
  if (text.includes(` ${names.join(' ')} `)) return true;
  for (let at = 1; at < names.length; at++) {
    if (text.includes(` ${[...names.slice(at), ...names.slice(0, at)].join(' ')} `)) return true;
  }
  return false;
}

/** The words of a name, when all are in the message; else none. */
function wordsInMessage(index: CustomerIndex, marks: Uint8Array, place: number): { kinds: number; ids: number[] } {
  const { entries, starts, lengths } = index.words;
  const start = starts[place] ?? 0;
  const ids: number[] = [];
  let kinds = 0;
  for (let at = start; at < start + (lengths[place] ?? 0); at++) {
    const entry = entries[at] ?? 0;
    if (isExtra(entry)) continue;
    const mark = marks[wordIdOf(entry)] ?? 0;
    if (mark === 0) return { kinds: 0, ids: [] };
    kinds |= mark;
    ids.push(wordIdOf(entry));
  }
  return { kinds, ids };
}

/** Those whose last (or first) name alone is in the message, as far as few bear it. */
function singleNames(index: CustomerIndex, marks: Uint8Array, everyday: ReadonlySet<number>, isLast: boolean): Hits {
  const bearers = new Map<number, number[]>();
  const { entries, starts, lengths } = index.words;
  for (let place = 0; place < index.customers.length; place++) {
    const start = starts[place] ?? 0;
    for (let at = start; at < start + (lengths[place] ?? 0); at++) {
      const entry = entries[at] ?? 0;
      const id = wordIdOf(entry);
      if (isExtra(entry) || isLastName(entry) !== isLast || marks[id] !== SPELT || everyday.has(id)) continue;
      bearers.set(id, [...(bearers.get(id) ?? []).slice(0, MOST_NAMESAKES), place]);
    }
  }
  const hits: Hits = new Map();
  for (const [id, places] of bearers) {
    if (places.length > MOST_NAMESAKES) continue;
    for (const place of places) {
      hits.set(place, { rank: RANK.anyOrder, reason: 'name', text: index.vocabulary.words[id] ?? '' });
    }
  }
  return hits;
}
