import type { Customer } from '#contract/customer.ts';
import type { MatchReason } from './attempt.ts';
import { type CustomerIndex, RANK } from './customer-index.ts';
import { explain } from './explain.ts';
import { findPeople } from './find-people.ts';
import { ADDRESS_IN_TEXT, hasContent, splitList } from './split-list.ts';

/** What one line of a pasted list found: the one customer, several who fit as well, or none. */
export interface LookedUpLine {
  /** Its place in the list, from 1. */
  number: number;
  text: string;
  outcome: 'found' | 'several' | 'none';
  /** Why they fit; missing when there is none. */
  reason?: MatchReason;
  /** The first of them; `total` counts all. */
  customers: Customer[];
  total: number;
}

export interface LookedUpList {
  lines: LookedUpLine[];
  /** So many more lines were pasted than are looked up. */
  left: number;
}

/** A list for a class or a term; each line is a search of its own. */
const MOST_LINES = 500;
/** As many as one chooses among. */
const MOST_SHOWN = 5;

/** Looks every line up; in steps, so that a search in between need not wait. */
export function* lookUpList(index: CustomerIndex, text: string): Generator<LookedUpLine> {
  for (const [at, line] of splitList(text).slice(0, MOST_LINES).entries()) {
    yield { number: at + 1, ...lookUpLine(index, line) };
  }
}

export function countLeft(text: string): number {
  return Math.max(0, splitList(text).length - MOST_LINES);
}

/** The surest of what a line says counts: an address, then a number or an id, then the name. */
function lookUpLine(index: CustomerIndex, line: string): Omit<LookedUpLine, 'number'> {
  for (const part of partsOf(line)) {
    const found = findPeople(index, part);
    if (found.query.kind === 'all' || found.count === 0) continue;
    let best: number = RANK.none;
    for (const rank of found.ranks) if (rank < best) best = rank;
    const places: number[] = [];
    let total = 0;
    for (let place = 0; place < found.ranks.length; place++) {
      if (found.ranks[place] !== best) continue;
      total += 1;
      if (places.length < MOST_SHOWN) places.push(place);
    }
    const [first] = places;
    if (first === undefined) continue;
    return {
      text: line,
      outcome: total === 1 ? 'found' : 'several',
      reason: explain(index, found, first).reason,
      customers: places.flatMap((place) => index.customers[place] ?? []),
      total,
    };
  }
  return { text: line, outcome: 'none', customers: [], total: 0 };
}

function partsOf(line: string): string[] {
  const addresses = line.match(ADDRESS_IN_TEXT) ?? [];
  const cells = line
    .split('|')
    .map((cell) => cell.trim())
    .filter(hasContent);
  const numbers = cells.filter((cell) => /^\+?[\d\s().\-/]{7,}$/.test(cell));
  const names = cells.filter((cell) => !cell.includes('@') && /\p{L}/u.test(cell));
  const together = names.slice(0, 2).join(' ');
  return [...new Set([...addresses, ...numbers, line.replaceAll('|', ' '), together, ...names])].filter(hasContent);
}
