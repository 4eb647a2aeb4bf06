import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { appendHistory, appendOutcome, listHistory } from './history.ts';
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

async function keep(id: string, customerId: string, daysAgo: number): Promise<void> {
  const profile = { customerId, firstname: 'J', lastname: 'S', email: '', mobile: '', archived: null };
  const version = {
    ...profile,
    id,
    at: NOW - daysAgo * DAY,
    origin: 'first',
    staffName: null,
    historyId: null,
  } as const;
  await store.db.insertInto('profileVersion').values(version).execute();
}

async function left(): Promise<unknown[]> {
  const { data } = await listHistory(store, { changesOnly: false }, { page: 0, pageSize: 100 });
  const versions = await store.db.selectFrom('profileVersion').select('id').orderBy('id').execute();
  return [data.map(({ requestId }) => requestId), versions.map(({ id }) => id)];
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
