import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { LAG_MS } from '../profile/recent-writes.ts';
import { isRewritten, isWrittenAs } from '../profile/rewritten.ts';
import { findForgotten } from './forgotten-customers.ts';
import { appendHistory, appendOutcome, isDone, listProfileWrites } from './history.ts';
import { type HeldLease, checkLease } from './leases.ts';
import { makeRecordId } from './record-id.ts';
import { type Store, storable } from './store.ts';
import type { Tables } from './tables.ts';

/** A profile as it was read; `archived` is known from the customer list only. */
export interface SeenProfile {
  id: string;
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
  archived?: boolean;
}

/** `stale`: what it said a moment ago, which lagging reads still show. */
export type Sight = 'same' | 'stale' | 'changed';

const FIELDS = ['firstname', 'lastname', 'email', 'mobile'] as const;

type SeenRow = Tables['profileSeen'];
type Db = Kysely<Tables>;

/** What is known of all customers, some at a time. */
export async function* readSeenProfiles({ db }: Store, rowsAtOnce: number): AsyncGenerator<SeenProfile[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('profileSeen')
      .selectAll()
      .where('customerId', '>', after)
      .orderBy('customerId')
      .limit(rowsAtOnce)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.customerId;
    yield rows.map(toProfile);
  }
}

/** Remembers people never seen before. @returns whether another process had seen one of them already. */
export async function saveFirstSight(
  { db }: Pick<Store, 'db'>,
  profiles: readonly SeenProfile[],
  now: number,
): Promise<boolean> {
  const forgotten = await findForgotten(
    { db },
    profiles.map(({ id }) => id),
  );
  const rows = profiles.map((profile) => ({
    ...toColumns(profile),
    since: now,
    previous: null,
    // One who was forgotten is not new.
    firstSeenAt: forgotten.has(profile.id) ? null : now,
    missingSince: null,
  }));
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('profileSeen')
    .values(rows)
    .onConflict((conflict) => conflict.column('customerId').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows < BigInt(profiles.length);
}

/**
 * Compares what was read with what was seen last, and records every difference: a version, and an entry in the
 * history. A difference that is just what a write of unknown end would have made counts as that write, done.
 */
export function settleSights({ db }: Store, profiles: readonly SeenProfile[], now: number): Promise<Sight[]> {
  return db.transaction().execute(async (transaction) => {
    const sights: Sight[] = [];
    for (const profile of profiles) sights.push(await settle(transaction, profile, now));
    return sights;
  });
}

async function settle(db: Db, profile: SeenProfile, now: number): Promise<Sight> {
  const before = await findSeen(db, profile.id);
  if (!before) {
    await saveFirstSight({ db }, [profile], now);
    return 'same';
  }
  const after = { ...toColumns(profile), archived: toColumns(profile).archived ?? before.archived };
  const changed = differences(before, after);
  if (changed.length === 0) {
    if (before.archived !== after.archived) await overwrite(db, before, after, before);
    return 'same';
  }
  if (now < before.since + LAG_MS && isPrevious(before.previous, after)) return 'stale';
  if (isRewritten(before, after) && before.archived === after.archived && (await isByStaff(db, before))) {
    // Reservie tidied up what staff wrote: nothing was changed.
    await overwrite(db, before, after, before);
    return 'same';
  }
  if (!(await overwrite(db, before, after, succeeding(before, now)))) return 'same';
  const write = await findWriteBehind(db, profile.id, changed, now);
  if (write) {
    await appendOutcome({ db }, write.id, { at: now, result: 'done' });
    await appendVersion(db, before, after, now, { origin: 'desk', staffName: write.staffName, historyId: write.id });
    return 'changed';
  }
  const [historyId = null] = await appendHistory({ db }, [
    { at: now, action: 'changedOutside', isRead: false, customerId: profile.id, changes: changed, result: 'done' },
  ]);
  await appendVersion(db, before, after, now, { origin: 'outside', staffName: null, historyId });
  return 'changed';
}

export interface StaffWrite {
  staffName: string | null;
  /** What was read before the write, where it was: a lagging read may still show it. */
  before?: SeenProfile;
  historyId: string | undefined;
  /** Under which it was written. */
  lease?: HeldLease;
}

/** Records as one that a write by staff was done, and the version that it made. */
export function saveWrittenProfile(
  { db, kind }: Pick<Store, 'db' | 'kind'>,
  profile: SeenProfile,
  by: StaffWrite,
  now: number,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const isHolder = !by.lease || (await checkLease(transaction, kind, by.lease));
    if (by.historyId !== undefined && !(await isDone(transaction, by.historyId))) {
      await appendOutcome({ db: transaction }, by.historyId, { at: now, result: 'done' });
    }
    // A process that was frozen must not overwrite what its successor has seen since.
    if (!isHolder) return;
    let before = await findSeen(transaction, profile.id);
    if (!before && by.before) {
      // The read before the write waits to be compared, and must find itself known when its turn comes.
      await saveFirstSight({ db: transaction }, [by.before], now);
      before = await findSeen(transaction, profile.id);
    }
    const columns = toColumns(profile);
    const after = { ...columns, archived: columns.archived ?? before?.archived ?? null };
    // A read that saw it first has put it down.
    if (before && differences(before, after).length === 0) return;
    if (!before) await saveFirstSight({ db: transaction }, [profile], now);
    else if (!(await overwrite(transaction, before, after, succeeding(before, now)))) return;
    const { staffName, historyId = null } = by;
    await appendVersion(transaction, before, after, now, { origin: 'desk', staffName, historyId });
  });
}

export function findSeen(db: Db, customerId: string): Promise<SeenRow | undefined> {
  return db.selectFrom('profileSeen').selectAll().where('customerId', '=', customerId).executeTakeFirst();
}

export type Columns = Omit<SeenRow, 'since' | 'previous' | 'firstSeenAt' | 'missingSince'>;

type Age = Pick<SeenRow, 'since' | 'previous'>;

/** Of a version that follows `before`. */
function succeeding(before: SeenRow, now: number): Age {
  return { since: now, previous: JSON.stringify(toProfile(before)) };
}

/** Whether no other process did meanwhile. */
async function overwrite(db: Db, before: SeenRow, after: Columns, { since, previous }: Age): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('profileSeen')
    .set({ ...after, since, previous })
    .where('customerId', '=', before.customerId)
    .where('since', '=', before.since)
    .where((eb) => eb.and(FIELDS.map((field) => eb(field, '=', before[field]))))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type Source = Pick<Tables['profileVersion'], 'origin' | 'staffName' | 'historyId'>;

async function appendVersion(
  db: Db,
  before: SeenRow | undefined,
  after: Columns,
  now: number,
  source: Source,
): Promise<void> {
  const known = await db
    .selectFrom('profileVersion')
    .select('id')
    .where('customerId', '=', after.customerId)
    .limit(1)
    .executeTakeFirst();
  if (!known && before) {
    // The first sight of a customer is written only now that there is a second: most people never change.
    const { since, previous: _, firstSeenAt: __, missingSince: ___, ...columns } = before;
    const first = { origin: 'first', staffName: null, historyId: null } as const;
    // Its id is older than all others, even when both were seen in the same millisecond.
    await db
      .insertInto('profileVersion')
      .values({ ...columns, ...first, id: makeRecordId(Math.min(since, now - 1)), at: since })
      .execute();
  }
  await db
    .insertInto('profileVersion')
    .values({ ...after, ...source, id: makeRecordId(now), at: now })
    .execute();
}

/** Whether what was seen last is what staff have written. */
async function isByStaff(db: Db, { customerId, since }: SeenRow): Promise<boolean> {
  const last = await db
    .selectFrom('profileVersion')
    .select(['origin', 'at'])
    .where('customerId', '=', customerId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.origin === 'desk' && last.at === since;
}

/** A write by staff whose end is unknown, and which would have made exactly these differences. */
async function findWriteBehind(db: Db, customerId: string, changed: readonly Difference[], now: number) {
  const writes = await listProfileWrites({ db }, now - 2 * LAG_MS, customerId);
  const write = writes.findLast(
    ({ result, changes }) =>
      (result === null || result === 'unclear') &&
      changed.every(({ field, before, after }) =>
        changes.some((one) => one.field === field && isWrittenAs(one.field, one.after ?? '', after, before)),
      ),
  );
  return write && { id: write.id, staffName: write.staff?.name ?? null };
}

interface Difference {
  field: string;
  before: string;
  after: string;
}

function differences(before: Columns, after: Columns): Difference[] {
  const changed: Difference[] = FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  // Learning it for the first time is no change.
  if (before.archived !== null && after.archived !== null && before.archived !== after.archived) {
    changed.push({ field: 'archived', before: String(before.archived === 1), after: String(after.archived === 1) });
  }
  return changed;
}

const Previous = z.object({
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
  mobile: z.string(),
  archived: z.optional(z.boolean()),
});

function isPrevious(json: string | null, now: Columns): boolean {
  if (json === null) return false;
  const previous = Previous.parse(JSON.parse(json));
  const isArchivedAlike =
    previous.archived === undefined || now.archived === null || previous.archived === (now.archived === 1);
  return isArchivedAlike && FIELDS.every((field) => previous[field] === now[field]);
}

function toColumns({ id, firstname, lastname, email, mobile, archived }: SeenProfile): Columns {
  const flag = archived === undefined ? null : archived ? 1 : 0;
  return {
    customerId: id,
    firstname: storable(firstname),
    lastname: storable(lastname),
    email: storable(email),
    mobile: storable(mobile),
    archived: flag,
  };
}

function toProfile({ customerId, firstname, lastname, email, mobile, archived }: SeenRow): SeenProfile {
  const profile = { id: customerId, firstname, lastname, email, mobile };
  return archived === null ? profile : { ...profile, archived: archived === 1 };
}
