import { sql } from 'kysely';
import type { Store } from './store.ts';

/** Reads and writes one row, as every save does. @throws when the database cannot do either. */
export async function checkDatabase({ db }: Store): Promise<void> {
  const row = { key: 'probe', fence: 1, holder: '', until: 0 };
  await db
    .insertInto('lease')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ fence: eb('lease.fence', '+', 1) })))
    .returning('fence')
    .executeTakeFirstOrThrow();
}

/** Whether this account could take the triggers off the append-only tables; on SQLite any process that can write the file could. */
export async function canDisableTriggers({ db, kind }: Store): Promise<boolean> {
  if (kind === 'sqlite') return false;
  const { rows } = await sql<{ isOwner: boolean }>`
    select pg_has_role(current_user, relowner, 'member') as "isOwner" from pg_class where oid = to_regclass('history')
  `.execute(db);
  return rows[0]?.isOwner === true;
}
