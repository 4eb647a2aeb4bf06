import type { Store } from './store.ts';

export async function saveKnownDevice({ db }: Store, deviceHash: string, userId: string, now: number): Promise<void> {
  await db
    .insertInto('knownDevice')
    .values({ deviceHash, userId, lastSeenAt: now })
    .onConflict((conflict) => conflict.columns(['deviceHash', 'userId']).doUpdateSet({ lastSeenAt: now }))
    .execute();
}

/** Whether a user with this address has signed in on this device since `since`. */
export async function isKnownDevice({ db }: Store, deviceHash: string, email: string, since: number): Promise<boolean> {
  const row = await db
    .selectFrom('knownDevice')
    .innerJoin('user', 'user.id', 'knownDevice.userId')
    .select('knownDevice.userId')
    .where('knownDevice.deviceHash', '=', deviceHash)
    .where('knownDevice.lastSeenAt', '>', since)
    .where('user.email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetDevicesOf({ db }: Store, userId: string): Promise<void> {
  await db.deleteFrom('knownDevice').where('userId', '=', userId).execute();
}

export async function forgetDevicesBefore({ db }: Store, moment: number): Promise<void> {
  await db.deleteFrom('knownDevice').where('lastSeenAt', '<', moment).execute();
}
