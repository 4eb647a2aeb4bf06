/** A table of letters in one line: "ßss øo" says that ß stands for ss and ø for o. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}
