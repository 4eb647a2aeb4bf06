/**
 * The `nth` number in [0, 1) of a sequence that depends on nothing but its seed (the mixing step of splitmix32),
 * so that a run with jitter can be repeated.
 */
export function jitterAt(seed: number, nth: number): number {
  let mixed = (seed + Math.imul(nth + 1, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
