import { cleanPastedText } from '#shared/text/clean-pasted.ts';
import { readableAddress } from '#shared/text/readable-address.ts';
import { fold, foldWrittenOut, latinLookalike, splitFolded } from './fold.ts';
import { type NumberNeedle, numberNeedle } from './telephone.ts';

/** One word that is looked for in names. */
export interface Piece {
  /** Its spellings, the plain one first; none when it cannot be a name's word. */
  forms: string[];
  /** Not only the beginning of a word. */
  isWhole?: true;
  /** Which of the query's terms it belongs to: its place among them. */
  term: number | undefined;
}

/** What was typed between two spaces, or a number with its spaces: found in a name, an address or a number. */
export interface Term {
  text: string;
  /** Part of an e-mail address; missing when it is too short to mean one. */
  email?: string;
  number?: NumberNeedle;
}

/** What was typed, understood. */
export type ParsedQuery =
  | { kind: 'all' }
  | { kind: 'id'; prefix: string }
  | { kind: 'words'; pieces: Piece[]; terms: Term[]; id: string };

/** Shorter pieces are in nearly every address. */
const SHORTEST_EMAIL_PART = 3;
const SHORTEST_NUMBER_PART = 3;
/** No name is longer; more words are a message. */
export const MOST_PIECES = 16;
const ID = /^#?\s*cust(?:omer)?[_\s-](?:id\s*:?\s*)?(?:cust_)?(?<id>[a-z\d][a-z\d-]*)?$/i;
const NUMBER_WORD = /^[+(]*\d[\d().\-/]*$/;
const EDGES = /^[\s"'`´‘’“”„«»(<[{,;:.!?*#]+|[\s"'`´‘’“”„«»)>\]},;:.!?*]+$/gu;

export function parseQuery(text: string): ParsedQuery {
  const query = cleanPastedText(text)
    .trim()
    .replace(/^(?:mailto|tel):\s*/i, '');
  if (query === '') return { kind: 'all' };
  const id = ID.exec(query.replace(/[\s,;.]+$/, ''))?.groups;
  if (id && /^#?\s*cust_/i.test(query)) return { kind: 'id', prefix: `cust_${(id['id'] ?? '').toLowerCase()}` };
  const tokens = joinNumbers(query.split(/[\s,;]+/));
  const pieces: Piece[] = [];
  const terms: Term[] = [];
  for (const token of tokens) addToken(token, tokens.length, pieces, terms);
  // Lone punctuation, or a plus on the way to a number.
  if (pieces.length === 0) return { kind: 'all' };
  const bare = id?.['id'] ?? query.replace(/^#\s*/, '');
  return { kind: 'words', pieces, terms, id: `cust_${bare.toLowerCase()}` };
}

/** "07700 900 605" is one number, wherever it stands. */
function joinNumbers(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let isNumber = false;
  for (const token of tokens) {
    const continues: boolean = isNumber && /^[\d().\-/]+$/.test(token) && /\d/.test(token);
    if (continues) joined.push(`${joined.pop() ?? ''} ${token}`);
    else joined.push(token);
    isNumber = continues || NUMBER_WORD.test(token);
  }
  return joined;
}

function addToken(token: string, count: number, pieces: Piece[], terms: Term[]): void {
  if (NUMBER_WORD.test(token.replaceAll(' ', ''))) {
    const digits = token.replace(/\D/g, '');
    const term: Term = { text: token };
    if (count === 1 || digits.length >= SHORTEST_NUMBER_PART) term.number = numberNeedle(token);
    if (!token.includes(' ') && digits.length >= SHORTEST_EMAIL_PART && /^[\d.\-/]+$/.test(token)) term.email = token;
    pieces.push({ forms: token.startsWith('+') ? [] : [digits], term: terms.length });
    terms.push(term);
    return;
  }
  const bare = token.replace(EDGES, '');
  const folded = fold(bare);
  const term: Term = { text: bare };
  if (bare.includes('@')) {
    term.email = fold(readableAddress(bare));
    pieces.push({ forms: [], term: terms.length });
    terms.push(term);
    return;
  }
  const parts = splitFolded(folded).flat();
  if (parts.length === 0) return;
  const written = foldWrittenOut(bare);
  const writtenParts = written === undefined ? [] : splitFolded(written).flat();
  const email = folded.replaceAll("'", '');
  if (email.length >= SHORTEST_EMAIL_PART) term.email = email;
  for (const [at, part] of parts.entries()) {
    const forms = [part, writtenParts[at], latinLookalike(part)].filter((form) => form !== undefined);
    pieces.push({ forms: [...new Set(forms)], term: terms.length });
  }
  terms.push(term);
}
