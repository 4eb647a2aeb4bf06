import type { ProfileValues } from '#contract/customer.ts';

/**
 * Two 32-bit multiplicative hashes of the four fields side by side, as one integer of 53 bits: ten times quicker than
 * SHA-256, and good enough to notice a change, which is all that it is for.
 */
export function profileHash({ firstname, lastname, email, mobile }: ProfileValues): number {
  const text = `${firstname}\u0000${lastname}\u0000${email}\u0000${mobile}`;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (b & 0x1fffff) + (a >>> 0);
}
