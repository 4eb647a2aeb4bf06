import { forgetVanished } from './forgotten-customers.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** However short the settings are: what happened lately is never removed. */
const SHORTEST_DAYS = 30;

export interface RetentionDays {
  /** Of the record of who did what. */
  record: number;
  /** Of earlier versions of profiles; the newest of each customer stays. */
  versions: number;
  /** Of customers whom Reservie’s list does not name any more. */
  vanished: number;
}

/** Removes what is older than it is to be kept; the database refuses to remove anything younger. */
export async function removeOutdated(store: Store, now: number, days: RetentionDays): Promise<void> {
  await forgetVanished(store, now, Math.max(days.vanished, SHORTEST_DAYS));
  const { db } = store;
  const [record, versions] = [days.record, days.versions].map(
    (count) => Math.floor(now) - Math.max(count, SHORTEST_DAYS) * DAY_MS,
  ) as [number, number];
  await db.transaction().execute(async (transaction) => {
    const row = { id: 1, before: Math.max(record, versions) };
    await transaction
      .insertInto('retention')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const old = transaction.selectFrom('history').select('id').where('at', '<', record);
    await transaction.deleteFrom('historyOutcome').where('at', '<', record).where('historyId', 'in', old).execute();
    await transaction
      .deleteFrom('history')
      .where('at', '<', record)
      // One that ended later goes the next time.
      .where('id', 'not in', transaction.selectFrom('historyOutcome').select('historyId'))
      .execute();
    await transaction
      .deleteFrom('profileVersion')
      .where('at', '<', versions)
      .where(
        'id',
        'not in',
        transaction
          .selectFrom('profileVersion')
          .select((eb) => eb.fn.max('id').as('id'))
          .groupBy('customerId'),
      )
      .execute();
    await transaction.updateTable('retention').set({ before: 0 }).execute();
  });
}
