import type { Store } from './store.ts';

export async function saveSetUpLink({ db }: Store, tokenHash: string, expiresAt: number): Promise<void> {
  await db.insertInto('setUpLink').values({ tokenHash, expiresAt }).execute();
}

/** Takes all set-up links away if this is one of them and still open: of two who use one at once only one gets it. */
export async function takeSetUpLinks({ db }: Store, tokenHash: string, now: number): Promise<boolean> {
  const isOpen = await db
    .deleteFrom('setUpLink')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (isOpen.numDeletedRows === 0n) return false;
  await db.deleteFrom('setUpLink').execute();
  return true;
}

export async function forgetOldSetUpLinks({ db }: Store, now: number): Promise<void> {
  await db.deleteFrom('setUpLink').where('expiresAt', '<=', now).execute();
}
