import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for the fragment of a link: servers and logs on the way never see a fragment. */
export function makeLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of the token: of no use to a reader of the database. Random enough to need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
