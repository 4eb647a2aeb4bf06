import type { Store } from './store.ts';

/** What better-auth calls the account of a user who signs in by password. */
export const BY_PASSWORD = 'credential';

export interface PasswordLink {
  userId: string;
  tokenHash: string;
  /** Whether using it turns two-factor sign-in off. */
  turnsTwoFactorOff: boolean;
  expiresAt: number;
  /** The manager who made it; absent for those that the operator of the server made, or that are older than this. */
  madeById?: string | undefined;
}

/** One for each person: a newer one takes the place of an older one, which dies. */
export async function savePasswordLink({ db }: Store, link: PasswordLink): Promise<void> {
  const row = { ...link, turnsTwoFactorOff: link.turnsTwoFactorOff ? 1 : 0, madeById: link.madeById ?? null };
  await db
    .insertInto('passwordLink')
    .values(row)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
    .execute();
}

/** Whose a link is that still works; it stays. */
export async function findPasswordLinkOwner(
  { db }: Store,
  tokenHash: string,
  now: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('passwordLink')
    .select('userId')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.userId;
}

/**
 * Takes a link away and does what it is for: sets the new password, and ends every session, every sign-in that waits
 * for its code, and what devices are known for. Of two who use it at once only one gets it.
 *
 * @returns whose it was; `undefined` when it does not work, or they may not sign in by password any more.
 */
export function applyPasswordLink(
  { db, kind }: Store,
  tokenHash: string,
  passwordHash: string,
  now: number,
): Promise<string | undefined> {
  return db.transaction().execute(async (transaction) => {
    const link = await transaction
      .deleteFrom('passwordLink')
      .where('tokenHash', '=', tokenHash)
      .where('expiresAt', '>', now)
      .returning(['userId', 'turnsTwoFactorOff'])
      .executeTakeFirst();
    if (!link) return undefined;
    const { userId } = link;
    const { numUpdatedRows } = await transaction
      .updateTable('account')
      .set({ password: passwordHash })
      .where('userId', '=', userId)
      .where('providerId', '=', BY_PASSWORD)
      .where((eb) =>
        eb.exists(
          eb.selectFrom('user').select('user.id').where('user.id', '=', userId).where('user.status', '=', 'active'),
        ),
      )
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return undefined;
    await transaction.deleteFrom('session').where('userId', '=', userId).execute();
    await transaction.deleteFrom('verification').where('value', '=', userId).execute();
    await transaction.deleteFrom('knownDevice').where('userId', '=', userId).execute();
    if (link.turnsTwoFactorOff === 1) {
      await transaction.deleteFrom('twoFactor').where('userId', '=', userId).execute();
      const twoFactorEnabled = kind === 'postgres' ? false : 0;
      await transaction.updateTable('user').set({ twoFactorEnabled }).where('id', '=', userId).execute();
    }
    return userId;
  });
}

export async function forgetPasswordLinkOf({ db }: Store, userId: string): Promise<void> {
  await db.deleteFrom('passwordLink').where('userId', '=', userId).execute();
}

export async function forgetOldPasswordLinks({ db }: Store, now: number): Promise<void> {
  await db.deleteFrom('passwordLink').where('expiresAt', '<=', now).execute();
}
