import type { KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { appendHistory, appendOutcome, listHistory } from './history.ts';
import { makeRecordId } from './record-id.ts';
import { removeOutdated } from './retention.ts';

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');
let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.remove());

async function record(daysAgo: number): Promise<void> {
  const at = NOW - daysAgo * DAY;
  const [id = ''] = await appendHistory(store, [
    { at, action: 'updateProfile', isRead: false, requestId: String(daysAgo) },
  ]);
  await appendOutcome(store, id, { at: at + 1_000, result: 'done' });
}

/** Ids begin with the moment. */
function versionId(at: number, name: string): string {
  return `${makeRecordId(at).slice(0, 9)}${name}`;
}

async function keep(id: string, customerId: string, daysAgo: number): Promise<void> {
  const profile = { customerId, firstname: 'J', lastname: 'S', email: '', mobile: '', archived: null };
  const at = NOW - daysAgo * DAY;
  const version = {
    ...profile,
    id: versionId(at, id),
    at,
    origin: 'first',
    staffName: null,
    historyId: null,
  } as const;
  await store.db.insertInto('profileVersion').values(version).execute();
}

async function left(): Promise<unknown[]> {
  const { data } = await listHistory(store, { changesOnly: false }, { page: 0, pageSize: 100 });
  const versions = await store.db.selectFrom('profileVersion').select('id').orderBy('id').execute();
  return [data.map(({ requestId }) => requestId), versions.map(({ id }) => id.slice(9)).toSorted()];
}

test('what is older than it is to be kept goes, the newest version of each customer stays', async () => {
  for (const daysAgo of [800, 400, 100, 1]) await record(daysAgo);
  await keep('v1', 'cust_1', 900);
  await keep('v2', 'cust_1', 300);
  await keep('v3', 'cust_1', 2);
  await keep('v4', 'cust_2', 900);
  await removeOutdated(store, NOW, { record: 365, versions: 200, vanished: 90 });
  expect(await left()).toEqual([
    ['1', '100'],
    ['v3', 'v4'],
  ]);
});

test('however short the settings are, the last month stays, and nothing else can be removed afterwards', async () => {
  for (const daysAgo of [31, 29]) await record(daysAgo);
  await removeOutdated(store, NOW, { record: 0, versions: 0, vanished: 0 });
  expect(await left()).toEqual([['29'], []]);
  await expect(store.db.deleteFrom('historyOutcome').execute()).rejects.toThrow('append-only');
});

/** More than one batch of acts and of versions that are due, and a few that are not. */
async function fill(): Promise<void> {
  const at = NOW - 400 * DAY;
  const act = { action: 'readProfile', isRead: true, changes: [] };
  await appendHistory(
    store,
    Array.from({ length: 2_500 }, (_, index) => ({ ...act, at: at + index, requestId: 'old' })),
  );
  for (const daysAgo of [399, 364]) await record(daysAgo);
  const [late = ''] = await appendHistory(store, [{ ...act, at, requestId: 'ended late' }]);
  await appendOutcome(store, late, { at: NOW - DAY, result: 'done' });
  const name = { firstname: 'J', lastname: 'S', email: '', mobile: '', archived: null };
  const versions = Array.from({ length: 2_500 }, (_, index) => ({
    ...name,
    id: versionId(at + index, `v${index}`),
    customerId: `cust_${index % 2}`,
    at: at + index,
    origin: 'outside' as const,
    staffName: null,
    historyId: null,
  }));
  for (let from = 0; from < versions.length; from += 500) {
    await store.db
      .insertInto('profileVersion')
      .values(versions.slice(from, from + 500))
      .execute();
  }
}

/** The store as it is, and each count of rows that a statement changed. */
function watched(onChange: (rows: number) => void): Pick<TestStore, 'db'> {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      onChange(Number(result.numAffectedRows ?? 0));
      return result;
    },
  };
  return { db: store.db.withPlugin(plugin) };
}

const KEPT = [
  ['364', 'ended late'],
  ['v2498', 'v2499'],
];

test('however much is due, no statement removes more than a thousand rows, and all of it goes', async () => {
  await fill();
  let most = 0;
  const { db } = watched((rows) => (most = Math.max(most, rows)));
  await removeOutdated({ ...store, db }, NOW, { record: 365, versions: 365, vanished: 90 });
  expect(await left()).toEqual(KEPT);
  expect(most).toBeLessThanOrEqual(1_000);
});

test('what was removed before a failure stays removed, and the next run removes the rest', async () => {
  await fill();
  let changed = 0;
  const { db } = watched((rows) => {
    changed += rows;
    if (changed > 2_400) throw new Error('The database is away.');
  });
  const days = { record: 365, versions: 365, vanished: 90 };
  await expect(removeOutdated({ ...store, db }, NOW, days)).rejects.toThrow('away');
  const { count } = await store.db
    .selectFrom('history')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBeLessThan(1_000);
  // Nothing else can be removed meanwhile.
  await expect(store.db.deleteFrom('history').execute()).rejects.toThrow('append-only');
  await removeOutdated(store, NOW, days);
  expect(await left()).toEqual(KEPT);
});
