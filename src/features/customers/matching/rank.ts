/** Ranks of a hit, the best first; `similar` and all after it are for similar names. */
export const RANK = {
  exact: 0,
  wholeWordsInOrder: 1,
  wholeWords: 2,
  inOrder: 3,
  anyOrder: 4,
  respaced: 5,
  contactEdge: 6,
  contactPart: 7,
  otherName: 8,
  similar: 12,
  none: 255,
} as const;
