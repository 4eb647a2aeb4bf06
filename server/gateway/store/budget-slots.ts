import { type RawBuilder, type Transaction, sql } from 'kysely';
import type { Clock } from '#kit/clock.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Half of an advisory lock's key; the other half is the schema, because each has a budget of its own. */
const LOCK = 7_140_222;
/** A process that holds the lock for so long has died or stands still. */
const LONGEST_LOCK_MS = 3_000;

/** Reservie never asks for a longer pause (LONGEST_RETRY_MS in errors.ts). */
const LONGEST_PAUSE_MS = 3_600_000;

/** The one row of `budgetPause`. */
const PAUSE = 1;

/** Where the request budget is kept, and whose clock it goes by. */
export interface BudgetTable {
  store: Store;
  /** Left out, the database's own clock counts: on PostgreSQL, where processes share the table. */
  clock?: Clock | undefined;
}

export interface SlotClaim {
  id: string;
  /** The process. */
  holder: string;
  /** It is granted while fewer slots than these are held. */
  ceiling: number;
  /** Held for so long when it is never ended, because its process died. */
  longestMs: number;
}

/** However many ask at once, in however many processes: no more are granted than there are. @returns whether it was. */
export async function claimSlot(table: BudgetTable, claim: SlotClaim): Promise<boolean> {
  const { id, holder, ceiling, longestMs } = claim;
  return withLock(table.store, async (transaction) => {
    await transaction.deleteFrom('budgetSlot').where('freeAt', '<=', nowIn(table)).execute();
    const { now, held, ...last } = await transaction
      .selectFrom('budgetSlot')
      .select((eb) => [
        nowIn(table).as('now'),
        eb.selectFrom('budgetPause').select('until').where('id', '=', PAUSE).as('pausedUntil'),
        eb.fn.countAll<number>().as('held'),
        eb.fn.max<number | null>('freeAt').as('lastFreeAt'),
      ])
      .executeTakeFirstOrThrow();
    const [pausedUntil, lastFreeAt] = [last.pausedUntil ?? 0, last.lastFreeAt ?? 0];
    if (lastFreeAt > now + longestMs || pausedUntil > now + LONGEST_PAUSE_MS) {
      await shorten(transaction, now, longestMs);
    }
    if (held >= ceiling || pausedUntil > now) return false;
    const freeAt = sql<number>`${nowIn(table)} + ${longestMs}`;
    await transaction.insertInto('budgetSlot').values({ id, holder, isOpen: 1, freeAt }).execute();
    return true;
  });
}

/** The call is over: its slot is free `heldMs` from now, even if it had been given up for dead meanwhile. */
export async function endSlot(
  table: BudgetTable,
  slot: Pick<SlotClaim, 'id' | 'holder'>,
  heldMs: number,
): Promise<void> {
  const freeAt = sql<number>`${nowIn(table)} + ${heldMs}`;
  await table.store.db
    .insertInto('budgetSlot')
    .values({ ...slot, isOpen: 0, freeAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ isOpen: 0, freeAt }))
    .execute();
}

export async function removeSlot({ store }: BudgetTable, id: string): Promise<void> {
  await store.db.deleteFrom('budgetSlot').where('id', '=', id).execute();
}

/** No slot is claimed for so long; a pause that is longer already stays. */
export async function pauseClaims(table: BudgetTable, ms: number): Promise<void> {
  const until = sql<number>`${nowIn(table)} + ${Math.ceil(ms)}`;
  await table.store.db
    .insertInto('budgetPause')
    .values({ id: PAUSE, until })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({ until: eb.ref('excluded.until') }))
        .whereRef('excluded.until', '>', 'budgetPause.until'),
    )
    .execute();
}

export interface HeldSlot {
  holder: string;
  isOpen: boolean;
  freeAt: number;
}

/** All moments in milliseconds by the clock of the table; slots by when they are free. */
export async function readBudget(table: BudgetTable): Promise<{ now: number; pausedUntil: number; slots: HeldSlot[] }> {
  const { db } = table.store;
  const { now, pausedUntil } = await db
    .selectNoFrom((eb) => [
      nowIn(table).as('now'),
      eb.selectFrom('budgetPause').select('until').where('id', '=', PAUSE).as('pausedUntil'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('budgetSlot')
    .select(['holder', 'isOpen', 'freeAt'])
    .where('freeAt', '>', now)
    .orderBy('freeAt')
    .execute();
  return { now, pausedUntil: pausedUntil ?? 0, slots: rows.map((row) => ({ ...row, isOpen: row.isOpen === 1 })) };
}

/** Evaluated once in each statement. */
function nowIn({ clock }: BudgetTable): RawBuilder<number> {
  if (clock) return sql<number>`cast(${Math.floor(clock())} as bigint)`;
  return sql<number>`(select (extract(epoch from clock_timestamp()) * 1000)::bigint)`;
}

/** The clock was set back: what would now be held for too long is held for as long as it may be. */
async function shorten(transaction: Transaction<Tables>, now: number, longestMs: number): Promise<void> {
  const freeAt = now + longestMs;
  await transaction.updateTable('budgetSlot').set({ freeAt }).where('freeAt', '>', freeAt).execute();
  const until = now + LONGEST_PAUSE_MS;
  await transaction.updateTable('budgetPause').set({ until }).where('until', '>', until).execute();
}

/** One at a time. On SQLite there is one connection, and it does one transaction at a time anyway. */
async function withLock<Result>(
  { db, kind }: Store,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    if (kind === 'postgres') {
      const limit = String(LONGEST_LOCK_MS);
      await sql`
        select set_config('lock_timeout', ${limit}, true),
          set_config('idle_in_transaction_session_timeout', ${limit}, true),
          pg_advisory_xact_lock(${LOCK}::int, hashtext(current_schema()))
      `.execute(transaction);
    }
    return work(transaction);
  });
}
