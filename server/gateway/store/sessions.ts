import type { Store } from './store.ts';

export async function endSession({ db }: Store, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', token).execute();
}

/** Signs a user out everywhere. */
export async function endSessionsOf({ db }: Store, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute();
}
