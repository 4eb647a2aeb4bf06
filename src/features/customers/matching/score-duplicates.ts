import type { CustomerId } from '#contract/id.ts';
import type { PairedGroup } from './duplicate-groups.ts';

export interface DuplicateScore {
  /** Of the pairs that were found, those that are planted. */
  precision: number;
  /** Of the pairs that are planted, those that were found. */
  recall: number;
  found: number;
  wrong: string[];
  missed: string[];
}

/** How well groups fit what was planted. Two of one group are a pair, whether compared directly or not. */
export function scoreDuplicates(
  groups: readonly PairedGroup[],
  planted: readonly (readonly [CustomerId, CustomerId])[],
): DuplicateScore {
  const wanted = new Set(planted.map(([a, b]) => keyOf(a, b)));
  const found = new Set<string>();
  for (const { customers } of groups) {
    for (const [at, a] of customers.entries()) for (const b of customers.slice(at + 1)) found.add(keyOf(a.id, b.id));
  }
  const right = [...found].filter((key) => wanted.has(key));
  return {
    precision: found.size === 0 ? 1 : right.length / found.size,
    recall: wanted.size === 0 ? 1 : right.length / wanted.size,
    found: found.size,
    wrong: [...found].filter((key) => !wanted.has(key)),
    missed: [...wanted].filter((key) => !found.has(key)),
  };
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
