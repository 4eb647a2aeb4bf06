import { type RawBuilder, type Transaction, sql } from 'kysely';
import { steadyClock } from '#kit/clock.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A row of its own for each key: who may work on it, until when, and the number that a former holder no longer has. */
export interface HeldLease {
  key: string;
  /** Grows with each holder. */
  fence: number;
  /** The process. */
  holder: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** @returns the fence, or nothing while another process holds the lease. */
export async function takeLease(
  { db, kind }: Store,
  { key, holder }: Pick<HeldLease, 'key' | 'holder'>,
  ttlMs: number,
): Promise<number | undefined> {
  const now = nowOf(kind);
  const until = sql<number>`${now} + ${ttlMs}`;
  const row = await db
    .insertInto('lease')
    .values({ key, fence: 1, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ fence: eb('lease.fence', '+', 1), holder, until }))
        // A clock that was set back must not make a lease last, and one that was set back by less than `ttlMs` must not
        // take it from a holder that has just extended it.
        .where((eb) =>
          eb.or([eb('lease.until', '<=', now), eb('lease.until', '>', sql<number>`${now} + ${2 * ttlMs}`)]),
        ),
    )
    .returning('fence')
    .executeTakeFirst();
  return row?.fence;
}

/** Extends everything that a process holds, in one statement. @returns what it still holds. */
export async function renewLeases(
  { db, kind }: Store,
  holder: string,
  keys: readonly string[],
  ttlMs: number,
): Promise<Pick<HeldLease, 'key' | 'fence'>[]> {
  return db
    .updateTable('lease')
    .set({ until: sql<number>`${nowOf(kind)} + ${ttlMs}` })
    .where('holder', '=', holder)
    .where('key', 'in', keys)
    .returning(['key', 'fence'])
    .execute();
}

export async function releaseLease({ db, kind }: Store, { key, fence, holder }: HeldLease): Promise<void> {
  await db
    .updateTable('lease')
    .set({ until: nowOf(kind) })
    .where('key', '=', key)
    .where('holder', '=', holder)
    .where('fence', '=', fence)
    .execute();
}

/** @returns its fence while a process holds it. */
export async function findLeaseHeld({ db, kind }: Store, key: string): Promise<number | undefined> {
  const query = db.selectFrom('lease').select('fence').where('key', '=', key).where('until', '>', nowOf(kind));
  return (await query.executeTakeFirst())?.fence;
}

/** Whether the lease is still the holder's; on PostgreSQL no other process can take it before the transaction ends. */
export async function checkLease(
  transaction: Transaction<Tables>,
  kind: Store['kind'],
  { key, fence, holder }: HeldLease,
): Promise<boolean> {
  let query = transaction
    .selectFrom('lease')
    .select('fence')
    .where('key', '=', key)
    .where('holder', '=', holder)
    .where('fence', '=', fence);
  if (kind === 'postgres') query = query.forUpdate();
  return (await query.executeTakeFirst()) !== undefined;
}

/** Leases that ended long ago: no process remembers their fences. */
export async function removeOldLeases({ db, kind }: Store): Promise<void> {
  await db
    .deleteFrom('lease')
    .where('until', '<', sql<number>`${nowOf(kind)} - ${DAY_MS}`)
    .execute();
}

/** The database's clock where processes share it, so that theirs need not agree; evaluated once in each statement. */
function nowOf(kind: Store['kind']): RawBuilder<number> {
  if (kind === 'sqlite') return sql<number>`cast(${Math.floor(steadyClock())} as bigint)`;
  return sql<number>`(select (extract(epoch from clock_timestamp()) * 1000)::bigint)`;
}
