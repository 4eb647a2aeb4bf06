import type { Kysely } from 'kysely';
import { forgetVanished } from './forgotten-customers.ts';
import { makeRecordId } from './record-id.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 24 * 60 * 60_000;
/** However short the settings are: what happened lately is never removed. */
const SHORTEST_DAYS = 30;
/** Rows in one transaction: a statement of so many is far from its limit of time, and holds up a process with SQLite only briefly. */
const BATCH_SIZE = 1_000;

type Db = Kysely<Tables>;

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
  const [record, versions] = [days.record, days.versions].map(
    (count) => Math.floor(now) - Math.max(count, SHORTEST_DAYS) * DAY_MS,
  ) as [number, number];
  await removeInBatches(store.db, record, removeActs);
  await removeInBatches(store.db, versions, removeVersions);
}

/** One batch of the rows from before a moment whose ids follow `after`. @returns the ids that were looked at. */
type RemoveBatch = (db: Db, before: number, after: string) => Promise<string[]>;

/** A transaction each: what is removed stays removed when a later batch fails, and other writes get their turn. */
async function removeInBatches(db: Db, before: number, removeBatch: RemoveBatch): Promise<void> {
  let after: string | undefined = '';
  while (after !== undefined) {
    const from: string = after;
    const ids = await db.transaction().execute(async (transaction) => {
      const row = { id: 1, before };
      await transaction
        .insertInto('retention')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      const batch = await removeBatch(transaction, before, from);
      await transaction.updateTable('retention').set({ before: 0 }).execute();
      return batch;
    });
    after = ids.length < BATCH_SIZE ? undefined : ids.at(-1);
  }
}

async function removeActs(db: Db, before: number, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('history')
    .select('id')
    .where('at', '<', before)
    .where('id', '>', after)
    // Ids begin with the moment, and have an index.
    .where('id', '<', makeRecordId(before).slice(0, 9))
    .orderBy('id')
    .limit(BATCH_SIZE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await db.deleteFrom('historyOutcome').where('historyId', 'in', ids).where('at', '<', before).execute();
  await db
    .deleteFrom('history')
    .where('id', 'in', ids)
    // One that ended later goes the next time.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('historyOutcome')
            .select('historyOutcome.id')
            .whereRef('historyOutcome.historyId', '=', 'history.id'),
        ),
      ),
    )
    .execute();
  return ids;
}

async function removeVersions(db: Db, before: number, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('profileVersion')
    .select('id')
    .where('at', '<', before)
    .where('id', '>', after)
    .where('id', '<', makeRecordId(before).slice(0, 9))
    .orderBy('id')
    .limit(BATCH_SIZE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await db
    .deleteFrom('profileVersion')
    .where('id', 'in', ids)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('profileVersion as newer')
          .select('newer.id')
          .whereRef('newer.customerId', '=', 'profileVersion.customerId')
          .whereRef('newer.id', '>', 'profileVersion.id'),
      ),
    )
    .execute();
  return ids;
}
