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
