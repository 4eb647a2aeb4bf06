import { sql } from 'kysely';
import type { Clock } from '#kit/clock.ts';
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

/** How long callers are told what the last check found. */
const KEPT_MS = 1_000;

/**
 * Single-flight: concurrent callers share one check, and those of the second after it too. Strangers may ask whether the
 * database works, and each check is a write. `check` must end in time: until then it is the answer to every caller.
 */
export function shareCheck(check: () => Promise<void>, clock: Clock): () => Promise<void> {
  let last: { answer: Promise<void>; keptUntil: number } | undefined;
  return () => {
    if (last && clock() < last.keptUntil) return last.answer;
    const current = { answer: check(), keptUntil: Infinity };
    const keep = () => void (current.keptUntil = clock() + KEPT_MS);
    current.answer.then(keep, keep);
    last = current;
    return current.answer;
  };
}

/** Whether this account could take the triggers off the append-only tables; on SQLite any process that can write the file could. */
export async function canDisableTriggers({ db, kind }: Store): Promise<boolean> {
  if (kind === 'sqlite') return false;
  const { rows } = await sql<{ isOwner: boolean }>`
    select pg_has_role(current_user, relowner, 'member') as "isOwner" from pg_class where oid = to_regclass('history')
  `.execute(db);
  return rows[0]?.isOwner === true;
}
