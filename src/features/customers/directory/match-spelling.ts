import uFuzzy from '@leeoniya/ufuzzy';
import type { CustomerIndex } from './customer-index.ts';
import { findMatches } from './match.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Shorter words have too many neighbours. */
const SHORTEST_WORD = 4;
const AT_WORD_START = 2 as uFuzzy.BoundMode;
/** Beyond this the word is no help, and ranking it would take long. */
const MOST_HITS = 5_000;

const fuzzy = new uFuzzy({
  intraMode: 1 as uFuzzy.IntraMode,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
  interLft: AT_WORD_START,
});

/**
 * Whoever would match if one word of the name were spelt with one letter added, missing, wrong or swapped; the other
 * words must fit. The first letter counts as right (https://github.com/leeoniya/uFuzzy, "SingleError").
 */
export function findSimilar(index: CustomerIndex, query: ParsedQuery): Uint32Array {
  if (query.kind !== 'terms') return new Uint32Array();
  const hits = new Set<number>();
  for (const [at, term] of query.terms.entries()) {
    const word = term.words.join(' ');
    if (term.words.length !== 1 || word.length < SHORTEST_WORD) continue;
    const others = query.terms.toSpliced(at, 1);
    const among = others.length === 0 ? undefined : findMatches(index, { kind: 'terms', terms: others, id: '' });
    for (const place of similarTo(word, index.names, among)) hits.add(place);
  }
  return Uint32Array.from(hits).toSorted();
}

function similarTo(word: string, names: string[], among: Uint32Array | undefined): readonly number[] {
  const found = fuzzy.filter(names, word, among && [...among]);
  if (found === null || found.length === 0) return [];
  return found.length > MOST_HITS ? [] : fuzzy.info(found, names, word).idx;
}
