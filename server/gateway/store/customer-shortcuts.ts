import { MOST_PINNED, type NotDuplicates } from '#contract/shortcuts.ts';
import { CustomerId } from '#contract/id.ts';
import { isRemembered } from './history.ts';
import { makeRecordId } from './record-id.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;
const RECENT_MS = 30 * DAY_MS;
const MOST_RECENT = 12;

/** Whom a member of staff looked at lately, the latest first: the history knows, so that no computer has to keep it. */
export async function listRecent(
  { db }: Store,
  staffId: string,
  now: number,
): Promise<{ customerId: CustomerId; at: string }[]> {
  const rows = await db
    .selectFrom('history')
    .select((eb) => ['customerId', eb.fn.max('at').as('at')])
    .where('staffId', '=', staffId)
    // Ids begin with the moment, and have an index.
    .where('id', '>=', makeRecordId(now - RECENT_MS).slice(0, 9))
    .where('action', '=', 'getProfile')
    .where('result', '=', 'done')
    .where('customerId', 'is not', null)
    .where(isRemembered)
    .groupBy('customerId')
    .orderBy('at', 'desc')
    .limit(MOST_RECENT)
    .execute();
  return rows.flatMap(({ customerId, at }) => {
    const id = CustomerId.safeParse(customerId);
    return id.success ? [{ customerId: id.data, at: new Date(at).toISOString() }] : [];
  });
}

/** In the order in which they were pinned. */
export async function listPinned({ db }: Store, staffId: string): Promise<CustomerId[]> {
  const rows = await db
    .selectFrom('pinnedCustomer')
    .select('customerId')
    .where('staffId', '=', staffId)
    .orderBy('at')
    .orderBy('customerId')
    .limit(MOST_PINNED)
    .execute();
  return rows.map(({ customerId }) => CustomerId.parse(customerId));
}

/** Whether there was room. */
export async function pinCustomer(store: Store, staffId: string, customerId: string, at: number): Promise<boolean> {
  if ((await listPinned(store, staffId)).length >= MOST_PINNED) return false;
  await store.db
    .insertInto('pinnedCustomer')
    .values({ staffId, customerId, at })
    .onConflict((conflict) => conflict.columns(['staffId', 'customerId']).doNothing())
    .execute();
  return true;
}

export async function unpinCustomer({ db }: Store, staffId: string, customerId: string): Promise<void> {
  await db.deleteFrom('pinnedCustomer').where('staffId', '=', staffId).where('customerId', '=', customerId).execute();
}

export async function listNotDuplicates({ db }: Store): Promise<NotDuplicates[]> {
  const rows = await db.selectFrom('notDuplicate').selectAll().orderBy('at', 'desc').execute();
  return rows.map(({ customerIds, fingerprint, staffName, at }) => ({
    customerIds: customerIds.split(' ').map((id) => CustomerId.parse(id)),
    fingerprint,
    by: staffName,
    at: new Date(at).toISOString(),
  }));
}

export async function saveNotDuplicates(
  { db }: Store,
  customerIds: readonly string[],
  rest: { fingerprint: string; staffName: string; at: number },
): Promise<void> {
  await db
    .insertInto('notDuplicate')
    .values({ customerIds: keyOf(customerIds), ...rest })
    .onConflict((conflict) => conflict.column('customerIds').doUpdateSet(rest))
    .execute();
}

export async function forgetNotDuplicates({ db }: Store, customerIds: readonly string[]): Promise<void> {
  await db.deleteFrom('notDuplicate').where('customerIds', '=', keyOf(customerIds)).execute();
}

/** The same for the same customers in any order. */
function keyOf(customerIds: readonly string[]): string {
  return [...new Set(customerIds)].toSorted().join(' ');
}
