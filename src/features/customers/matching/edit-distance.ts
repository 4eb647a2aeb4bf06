/**
 * How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment), up to `most`;
 * more counts as `most + 1`. With `isPrefix` the word may go on after what was typed.
 */
export function editDistance(typed: string, word: string, most: number, isPrefix = false): number {
  let at = 0;
  const shorter = Math.min(typed.length, word.length);
  while (at < shorter && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  return distanceFrom(typed, at, word, at, most, isPrefix);
}

function distanceFrom(typed: string, i: number, word: string, j: number, most: number, isPrefix: boolean): number {
  let a = i;
  let b = j;
  while (a < typed.length && b < word.length && typed.charCodeAt(a) === word.charCodeAt(b)) {
    a += 1;
    b += 1;
  }
  const leftTyped = typed.length - a;
  const leftWord = word.length - b;
  if (leftTyped === 0) return isPrefix ? 0 : Math.min(leftWord, most + 1);
  if (leftWord === 0) return Math.min(leftTyped, most + 1);
  if (most === 0) return 1;
  if (!isPrefix && Math.abs(leftTyped - leftWord) > most) return most + 1;
  const next = most - 1;
  let least = distanceFrom(typed, a + 1, word, b + 1, next, isPrefix);
  if (least > 0) least = Math.min(least, distanceFrom(typed, a + 1, word, b, next, isPrefix));
  if (least > 0) least = Math.min(least, distanceFrom(typed, a, word, b + 1, next, isPrefix));
  if (least > 0 && isSwapped(typed, a, word, b)) {
    least = Math.min(least, distanceFrom(typed, a + 2, word, b + 2, next, isPrefix));
  }
  return Math.min(least + 1, most + 1);
}

function isSwapped(typed: string, a: number, word: string, b: number): boolean {
  return (
    a + 1 < typed.length &&
    b + 1 < word.length &&
    typed.charCodeAt(a) === word.charCodeAt(b + 1) &&
    typed.charCodeAt(a + 1) === word.charCodeAt(b)
  );
}
