import { CustomerId } from '#contract/id.ts';
import { isRemembered } from './history.ts';
import { makeRecordId } from './record-id.ts';
import type { Store } from './store.ts';

const NEWS_MS = 90 * 86_400_000;
/** The page holds the answer in memory. */
const MOST_NEW = 20_000;

/** The first whole list has been recorded: customers who appear from now on are new. */
export async function recordListWatched({ db }: Pick<Store, 'db'>, now: number): Promise<void> {
  await db
    .insertInto('listWatch')
    .values({ id: 1, since: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function readWatchedSince({ db }: Store): Promise<number | undefined> {
  return (await db.selectFrom('listWatch').select('since').where('id', '=', 1).executeTakeFirst())?.since;
}

/** Customers who were not in the first list, of the last 90 days; the newest first. */
export async function listFirstSeen(store: Store, now: number): Promise<{ customerId: CustomerId; at: string }[]> {
  const since = await readWatchedSince(store);
  if (since === undefined) return [];
  const rows = await store.db
    .selectFrom('profileSeen')
    .select(['customerId', 'firstSeenAt'])
    .where('firstSeenAt', '>', Math.max(since, now - NEWS_MS))
    .orderBy('firstSeenAt', 'desc')
    .limit(MOST_NEW)
    .execute();
  return rows.flatMap(({ customerId, firstSeenAt }) => {
    const id = CustomerId.safeParse(customerId);
    return id.success && firstSeenAt !== null ? [{ customerId: id.data, at: new Date(firstSeenAt).toISOString() }] : [];
  });
}

/** Customers whom another has changed since this member of staff last looked at them; of the last 90 days. */
export async function listChangedSinceLook({ db }: Store, staffId: string, now: number): Promise<CustomerId[]> {
  const from = makeRecordId(now - NEWS_MS).slice(0, 9);
  const looks = await db
    .selectFrom('history')
    .select((eb) => ['customerId', eb.fn.max('at').as('at')])
    .where('staffId', '=', staffId)
    .where('id', '>=', from)
    .where('action', '=', 'getProfile')
    .where('customerId', 'is not', null)
    .where(isRemembered)
    .groupBy('customerId')
    .execute();
  if (looks.length === 0) return [];
  const changes = await db
    .selectFrom('profileVersion')
    .leftJoin('history', 'history.id', 'profileVersion.historyId')
    .select((eb) => ['profileVersion.customerId', eb.fn.max('profileVersion.at').as('at')])
    .where('profileVersion.at', '>=', now - NEWS_MS)
    .where('profileVersion.origin', '!=', 'first')
    .where((eb) => eb.or([eb('history.staffId', 'is', null), eb('history.staffId', '!=', staffId)]))
    .groupBy('profileVersion.customerId')
    .execute();
  const lookedAt = new Map(looks.map(({ customerId, at }) => [customerId, at]));
  return changes.flatMap(({ customerId, at }) => {
    const id = CustomerId.safeParse(customerId);
    return id.success && at > (lookedAt.get(customerId) ?? Infinity) ? [id.data] : [];
  });
}
