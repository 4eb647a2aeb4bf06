import type { Kysely } from 'kysely';
import { FORGOTTEN, HistoryChange } from '#contract/history.ts';
import * as z from 'zod/mini';
import { appendHistory } from './history.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Of those who vanished, at a time; the rest follow the next hour. */
const MOST_AT_ONCE = 500;
const Changes = z.array(HistoryChange);

type Db = Kysely<Tables>;

/**
 * Removes everything that says who a customer is. In the record and in the versions a tombstone takes its place: who did
 * what, to which fields, and when, stays. The id stays too; it says nothing without Reservie.
 */
export function forgetCustomer({ db }: Pick<Store, 'db'>, customerId: string, now: number): Promise<void> {
  return db.transaction().execute((transaction) => forget(transaction, customerId, now));
}

/** Those whom no customer list has named for so many days. @returns how many were forgotten. */
export async function forgetVanished(store: Pick<Store, 'db'>, now: number, days: number): Promise<number> {
  const rows = await store.db
    .selectFrom('profileSeen')
    .select('customerId')
    .where('missingSince', '<', Math.floor(now) - days * DAY_MS)
    .orderBy('missingSince')
    .limit(MOST_AT_ONCE)
    .execute();
  for (const { customerId } of rows) {
    await store.db.transaction().execute(async (transaction) => {
      await forget(transaction, customerId, now);
      const act = { at: now, action: 'forgetVanished', isRead: false, customerId, result: 'done' } as const;
      await appendHistory({ db: transaction }, [act]);
    });
  }
  return rows.length;
}

/** Which of these were forgotten. */
export async function findForgotten({ db }: { db: Db }, customerIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('forgottenCustomer')
    .select('customerId')
    .where('customerId', 'in', [...customerIds])
    .execute();
  return new Set(rows.map(({ customerId }) => customerId));
}

async function forget(db: Db, customerId: string, now: number): Promise<void> {
  const opened = { at: now, isOpen: 1 };
  await db
    .insertInto('forgottenCustomer')
    .values({ customerId, ...opened })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(opened))
    .execute();
  await buryRecord(db, customerId);
  const stone = { firstname: FORGOTTEN, lastname: FORGOTTEN, email: FORGOTTEN, mobile: FORGOTTEN };
  await db.updateTable('profileVersion').set(stone).where('customerId', '=', customerId).execute();
  await db.deleteFrom('profileSeen').where('customerId', '=', customerId).execute();
  await db.deleteFrom('pinnedCustomer').where('customerId', '=', customerId).execute();
  await forgetPairs(db, customerId);
  await db.updateTable('forgottenCustomer').set({ isOpen: 0 }).where('customerId', '=', customerId).execute();
}

async function buryRecord(db: Db, customerId: string): Promise<void> {
  const rows = await db
    .selectFrom('history')
    .select(['id', 'subject', 'changes'])
    .where('customerId', '=', customerId)
    .where((eb) => eb.or([eb('subject', 'is not', null), eb('changes', '!=', '[]')]))
    .execute();
  for (const { id, subject, changes } of rows) {
    const buried = Changes.parse(JSON.parse(changes)).map(({ field, before, after }) => ({
      field,
      before: before === null ? null : FORGOTTEN,
      after: after === null ? null : FORGOTTEN,
    }));
    const row = { subject: subject === null ? null : FORGOTTEN, changes: JSON.stringify(buried) };
    await db.updateTable('history').set(row).where('id', '=', id).execute();
  }
}

/** What staff said about them and other customers: “not a duplicate”. */
async function forgetPairs(db: Db, customerId: string): Promise<void> {
  const pairs = await db.selectFrom('notDuplicate').select('customerIds').execute();
  const own = pairs.map(({ customerIds }) => customerIds).filter((ids) => ids.split(' ').includes(customerId));
  if (own.length > 0) await db.deleteFrom('notDuplicate').where('customerIds', 'in', own).execute();
}
