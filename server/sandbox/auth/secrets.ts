import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 64 hexadecimal digits, as Reservie's own secrets (docs/reservie-api.md, "Token"). */
export function makeSecret(): string {
  return randomBytes(32).toString('hex');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes the same time whatever the difference is. */
export function isSecret(candidate: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(candidate), 'hex'), Buffer.from(hash, 'hex'));
}
