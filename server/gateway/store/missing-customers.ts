import type { Store } from './store.ts';

const ROWS_AT_ONCE = 500;
type Db = Pick<Store, 'db'>;

/** Customers whom the last customer list did not name. */
export async function listMissing({ db }: Db): Promise<string[]> {
  const rows = await db.selectFrom('profileSeen').select('customerId').where('missingSince', 'is not', null).execute();
  return rows.map(({ customerId }) => customerId);
}

/** One who was missing already stays so since then. */
export async function recordMissing({ db }: Db, customerIds: readonly string[], now: number): Promise<void> {
  for (const ids of inBatches(customerIds)) {
    await db
      .updateTable('profileSeen')
      .set({ missingSince: now })
      .where('customerId', 'in', ids)
      .where('missingSince', 'is', null)
      .execute();
  }
}

export async function recordFound({ db }: Db, customerIds: readonly string[]): Promise<void> {
  for (const ids of inBatches(customerIds)) {
    await db.updateTable('profileSeen').set({ missingSince: null }).where('customerId', 'in', ids).execute();
  }
}

function* inBatches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) yield ids.slice(from, from + ROWS_AT_ONCE);
}
