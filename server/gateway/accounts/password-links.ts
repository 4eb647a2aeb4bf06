import type { Staff } from '#contract/session.ts';
import type { Clock } from '#kit/clock.ts';
import { Problem } from '../http/problem.ts';
import {
  type PasswordLink,
  applyPasswordLink,
  findPasswordLinkOwner,
  savePasswordLink,
} from '../store/password-links.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import { hashToken, makeLinkToken } from './secrets.ts';
import { deadLink } from './newcomers.ts';
import { refuseWeak } from './password-strength.ts';
import { findStaff } from '../store/staff.ts';

const LIFETIME_MS = 24 * 60 * 60_000;

interface MadeLink {
  /** Of the page, with the secret in its fragment; shown once and kept nowhere. */
  path: string;
  expiresAt: number;
}

/**
 * A link with which a member of staff chooses a new password, once. It replaces an older one.
 *
 * @throws Problem when they are disabled, or sign in without a password.
 */
export async function makePasswordLink(
  store: Store,
  clock: Clock,
  { id, isDisabled, hasPassword }: Staff,
  order: Pick<PasswordLink, 'turnsTwoFactorOff' | 'madeById'>,
): Promise<MadeLink> {
  if (isDisabled) throw new Problem('invalid_request', 'They are disabled: enable them first.');
  if (!hasPassword) throw new Problem('invalid_request', 'They sign in without a password.');
  const token = makeLinkToken();
  const expiresAt = clock() + LIFETIME_MS;
  await savePasswordLink(store, { ...order, userId: id, tokenHash: hashToken(token), expiresAt });
  return { path: `/new-password#${token}`, expiresAt };
}

/**
 * Sets the new password and ends whatever the old one began.
 *
 * @returns whose it is.
 * @throws Problem when the link does not work, for whatever reason.
 */
export async function setNewPassword(
  auth: Auth,
  store: Store,
  clock: Clock,
  { token, password }: { token: string; password: string },
  studioHost?: string,
): Promise<string> {
  const tokenHash = hashToken(token);
  // Hashing a password is slow on purpose: a stranger without a link must not make the server do it.
  const ownerId = await findPasswordLinkOwner(store, tokenHash, clock());
  if (ownerId === undefined) throw deadLink();
  const owner = await findStaff(store, ownerId);
  refuseWeak(password, { name: owner?.name, email: owner?.email, studioHost }, 'password');
  const { password: passwords } = await auth.$context;
  const userId = await applyPasswordLink(store, tokenHash, await passwords.hash(password), clock());
  if (userId === undefined) throw deadLink();
  return userId;
}
