import { type Attempt, rankAll, rankAt } from './attempt.ts';
import { type CustomerIndex, RANK } from './customer-index.ts';
import { fold, foldWrittenOut, squeeze } from './fold.ts';
import { type MessageHit, findInMessage } from './message.ts';
import { MOST_PIECES, type ParsedQuery, type Piece, type Term, parseQuery } from './parse-query.ts';
import { joinedWays, recutWays, splitWays } from './respace.ts';
import { similarContacts } from './similar-contacts.ts';
import { isExtra, wordIdOf } from './word-lists.ts';
import { addOtherNames, addSimilar, addTwiceWrong, directCosts } from './word-costs.ts';
import { soundsOf } from './sounds.ts';

/** Who was found, and how. */
export interface Found {
  query: ParsedQuery;
  /** For every place how good a hit it is; `RANK.none` for the others. */
  ranks: Uint8Array;
  count: number;
  /** How the query was understood, the nearest first. */
  attempts: Attempt[];
  /** Found in a message, or by a similar address or number, which no attempt explains. */
  others: Map<number, MessageHit>;
}

/** More terms are a message; of these only what can be nothing else is looked for among addresses. */
const MOST_CONTACT_TERMS = 4;
/** How much further than the nearest similar name another may be. */
const SIMILAR_SPREAD = 4;
/** Comparing names letter by letter is for the few that have all the words. */
const MOST_COMPARED = 5_000;
const NONE: number = RANK.none;
/** Two letters are said to be short for too many names. */
const SHORTEST_ALSO_CALLED = 3;

/** Searches in stages: what was typed as it is; other names; similar sound and spelling when nothing better matches. */
export function findPeople(index: CustomerIndex, text: string): Found {
  const query = parseQuery(text);
  const ranks = new Uint8Array(index.customers.length).fill(RANK.none);
  const found: Found = { query, ranks, count: 0, attempts: [], others: new Map() };
  if (query.kind === 'all') {
    ranks.fill(RANK.exact);
    found.count = ranks.length;
  } else if (query.kind === 'id') {
    findIds(index, query.prefix, found);
  } else {
    findWords(index, query, text, found);
  }
  return found;
}

function findIds(index: CustomerIndex, prefix: string, found: Found): void {
  for (const [place, customer] of index.customers.entries()) {
    const id = customer.id.toLowerCase();
    if (id.startsWith(prefix)) hit(found, place, id === prefix ? RANK.exact : RANK.inOrder);
  }
}

function findWords(index: CustomerIndex, query: ParsedQuery & { kind: 'words' }, text: string, found: Found): void {
  const { pieces, terms } = query;
  if (pieces.length <= MOST_PIECES) {
    const fits = fitsOf(index, terms);
    const direct = directAttempt(index, pieces, terms, fits, false);
    collect(index, direct, found);
    for (const way of joinedWays(pieces, index.vocabulary)) {
      collect(index, directAttempt(index, way, terms, fits, true), found);
    }
    for (const way of splitWays(pieces, index.vocabulary)) {
      collect(index, directAttempt(index, way, terms, fits, true), found);
    }
    promoteExact(index, pieces, found);
    const exact = index.places.get(query.id);
    if (exact !== undefined) {
      hit(found, exact, RANK.exact);
      if (!isNamed(found.attempts, index, exact))
        found.others.set(exact, { rank: RANK.exact, reason: 'id', text: query.id });
    }
    alsoCalled(index, direct, found);
    if (found.count === 0) {
      for (const way of recutWays(pieces, index.vocabulary)) {
        collect(index, directAttempt(index, way, [], [], true), found);
      }
    }
    if (isWeak(found)) collectSimilar(index, direct, found);
    if (found.count === 0) addOthers(found, similarContacts(index, terms));
  }
  if (found.count === 0) addOthers(found, findInMessage(index, text));
  if (found.count === 0 && pieces.length <= MOST_PIECES) collectTwiceWrong(index, found);
}

function isNamed(attempts: readonly Attempt[], index: CustomerIndex, place: number): boolean {
  return attempts.some((attempt) => rankAt(index, attempt, place) === RANK.exact);
}

function fitsOf(index: CustomerIndex, terms: readonly Term[]): (Uint8Array | undefined)[] {
  const isShort = terms.length <= MOST_CONTACT_TERMS;
  return terms.map((term) => (isShort || term.number || term.text.includes('@') ? index.contacts.of(term) : undefined));
}

function directAttempt(
  { vocabulary }: CustomerIndex,
  pieces: readonly Piece[],
  terms: readonly Term[],
  fits: readonly (Uint8Array | undefined)[],
  isRespaced: boolean,
): Attempt {
  return { pieces, costs: pieces.map((piece) => directCosts(piece, vocabulary)), terms, fits, isRespaced };
}

function collect(index: CustomerIndex, attempt: Attempt, found: Found): void {
  const before = found.count;
  const ranks = rankAll(index, attempt);
  if (before === 0 && found.attempts.length === 0) found.ranks = ranks;
  const best = found.ranks;
  let count = 0;
  // 100,000 times at each key: nothing here calls or makes anything.
  for (let place = 0; place < ranks.length; place++) {
    const rank = ranks[place] ?? NONE;
    if (rank !== NONE && rank < (best[place] ?? NONE)) best[place] = rank;
    if (best[place] !== NONE) count += 1;
  }
  found.count = count;
  if (found.count > before || found.attempts.length === 0) found.attempts.push(attempt);
}

function hit(found: Found, place: number, rank: number): void {
  const known = found.ranks[place] ?? RANK.none;
  if (known === RANK.none) found.count += 1;
  if (rank < known) found.ranks[place] = rank;
}

/** A customer's whole name, in either order, however it is spaced. */
function promoteExact(index: CustomerIndex, pieces: readonly Piece[], found: Found): void {
  const isWord = ({ forms }: Piece) => forms.some((form) => index.vocabulary.idOf(form) !== undefined);
  // Most of what is typed is the beginning of a word only.
  if (!found.attempts.some(({ isRespaced }) => isRespaced) && !pieces.every(isWord)) return;
  const whole = pieces.map(({ forms }) => forms[0] ?? '').join('');
  const spellings = new Set([whole, pieces.map(({ forms }) => forms[1] ?? forms[0] ?? '').join('')]);
  const [short = 0, long = short] = [...new Set([...spellings].map(({ length }) => length))].toSorted((a, b) => a - b);
  // “Müller” is also written with a letter more.
  const isWrittenLonger = (letters: number) =>
    (short > letters && short - letters < 6) || (long > letters && long - letters < 6);
  let compared = 0;
  for (let place = 0; place < found.ranks.length && compared < MOST_COMPARED; place++) {
    const rank = found.ranks[place] ?? NONE;
    if (rank !== RANK.wholeWordsInOrder && rank !== RANK.wholeWords && rank !== RANK.respaced) continue;
    const letters = lettersIn(index, place);
    if (letters !== short && letters !== long && !(isWrittenLonger(letters) && hasExtras(index, place))) continue;
    compared += 1;
    const { firstname = '', lastname = '' } = index.customers[place] ?? {};
    const names = [fold, foldWrittenOut].map((spell) => [spell(firstname), spell(lastname)] as const);
    const [plain = ['', ''] as const, written = plain] = names;
    const first = [squeeze(plain[0] ?? ''), squeeze(written[0] ?? plain[0] ?? '')];
    const last = [squeeze(plain[1] ?? ''), squeeze(written[1] ?? plain[1] ?? '')];
    const isExact = first.some((a) => last.some((b) => spellings.has(a + b) || spellings.has(b + a)));
    if (isExact) found.ranks[place] = RANK.exact;
  }
}

/** How many letters a name has: comparing that first spares nearly all other work. */
function lettersIn({ words: { entries, starts, lengths }, vocabulary }: CustomerIndex, place: number): number {
  const start = starts[place] ?? 0;
  let letters = 0;
  for (let at = start; at < start + (lengths[place] ?? 0); at++) {
    const entry = entries[at] ?? 0;
    if (!isExtra(entry)) letters += vocabulary.words[wordIdOf(entry)]?.length ?? 0;
  }
  return letters;
}

function hasExtras({ words: { entries, starts, lengths } }: CustomerIndex, place: number): boolean {
  const start = starts[place] ?? 0;
  for (let at = start; at < start + (lengths[place] ?? 0); at++) if (isExtra(entries[at] ?? 0)) return true;
  return false;
}

/** Behind those who are called so: those whose name is the full or the short form of it. */
function alsoCalled(index: CustomerIndex, direct: Attempt, found: Found): void {
  let isAny = false;
  const costs = direct.costs.map((row, at) => {
    const piece = direct.pieces[at];
    if (!piece || (piece.forms[0] ?? '').length < SHORTEST_ALSO_CALLED) return row;
    const more = row.slice();
    isAny = addOtherNames(more, piece, index.vocabulary, true) || isAny;
    return more;
  });
  if (isAny) collect(index, { ...direct, costs }, found);
}

/** No customer has all of it in the name, nor where a part of the address begins. */
function isWeak(found: Found): boolean {
  if (found.count === 0) return true;
  if (found.others.size > 0) return false;
  for (const rank of found.ranks) if (rank !== NONE && rank !== RANK.contactPart) return false;
  return true;
}

function collectSimilar(index: CustomerIndex, direct: Attempt, found: Found): void {
  const costs = direct.costs.map((row, at) => {
    const piece = direct.pieces[at];
    const more = row.slice();
    if (piece) {
      addOtherNames(more, piece, index.vocabulary, false);
      addSimilar(more, piece, index.vocabulary, soundsOf(index));
    }
    return more;
  });
  collect(index, { ...direct, costs }, found);
  dropFar(found);
}

/** Who is called so by another name hides all who only sound alike; what is nearly right hides what is less so. */
function dropFar(found: Found): void {
  let nearest: number = RANK.none;
  for (const rank of found.ranks) if (rank >= RANK.otherName && rank < nearest) nearest = rank;
  const farthest = nearest < RANK.similar ? RANK.similar - 1 : nearest + SIMILAR_SPREAD;
  for (let place = 0; place < found.ranks.length; place++) {
    const rank = found.ranks[place] ?? RANK.none;
    if (rank === RANK.none || rank <= farthest) continue;
    found.ranks[place] = RANK.none;
    found.count -= 1;
  }
}

function collectTwiceWrong(index: CustomerIndex, found: Found): void {
  const [direct] = found.attempts;
  if (!direct) return;
  const costs = direct.costs.map((row, at) => {
    const piece = direct.pieces[at];
    const more = row.slice();
    if (piece) {
      addSimilar(more, piece, index.vocabulary, soundsOf(index));
      addTwiceWrong(more, piece, index.vocabulary);
    }
    return more;
  });
  collect(index, { ...direct, costs }, found);
}

function addOthers(found: Found, hits: ReadonlyMap<number, MessageHit>): void {
  for (const [place, other] of hits) {
    hit(found, place, other.rank);
    found.others.set(place, other);
  }
}
