import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendHistory, appendOutcome, listHistory, readHistory } from './history.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.remove());

const ALL = { changesOnly: false };
const staff = { id: 'staff-1', name: 'Dee Desk', role: 'desk' } as const;
const FIRST = { page: 0, pageSize: 100 };

describe('what has been recorded', () => {
  beforeAll(async () => {
    const [id = ''] = await appendHistory(store, [{ at: 1_000, action: 'updateProfile', isRead: false }]);
    await appendOutcome(store, id, { at: 1_001, result: 'done' });
    const profile = { customerId: 'cust_x', firstname: 'J', lastname: 'S', email: '', mobile: '', archived: null };
    const version = { ...profile, id: 'v', at: 1, origin: 'first', staffName: null, historyId: null } as const;
    await store.db.insertInto('profileVersion').values(version).execute();
  });

  test.each(['history', 'historyOutcome', 'profileVersion'] as const)('cannot be changed in %s', async (table) => {
    await expect(store.db.updateTable(table).set({ at: 0 }).execute()).rejects.toThrow('append-only');
  });

  test.each(['history', 'historyOutcome', 'profileVersion'] as const)('cannot be removed from %s', async (table) => {
    await expect(store.db.deleteFrom(table).execute()).rejects.toThrow('append-only');
  });

  test.each(['history', 'historyOutcome', 'profileVersion'] as const)('cannot be replaced in %s', async (table) => {
    const statement =
      store.kind === 'sqlite'
        ? sql`insert or replace into ${sql.table(table)} select * from ${sql.table(table)}`
        : sql`truncate ${sql.table(table)} cascade`;
    await expect(statement.execute(store.db)).rejects.toThrow('append-only');
  });
});

test('an act without an end is one whose end is unknown', async () => {
  const changes = [{ field: 'firstname', before: 'Jane', after: 'Janet' }];
  const [id = ''] = await appendHistory(store, [
    { at: 2_000, staff, action: 'updateProfile', isRead: false, customerId: 'cust_1', changes, requestId: 'r-1' },
  ]);
  const filter = { ...ALL, customerId: 'cust_1' };
  const begun = await listHistory(store, filter, FIRST);
  expect(begun.data).toEqual([
    {
      id,
      at: '1970-01-01T00:00:02.000Z',
      staff: { ...staff, email: null },
      action: 'updateProfile',
      customerId: 'cust_1',
      subject: null,
      changes,
      result: null,
      confirmation: null,
      code: null,
      requestId: 'r-1',
    },
  ]);
  await appendOutcome(store, id, { at: 2_100, result: 'unclear', code: 'reservie_timeout' });
  await appendOutcome(store, id, { at: 2_200, result: 'done' });
  await appendOutcome(store, id, { at: 2_300, result: 'confirmed' });
  expect((await listHistory(store, filter, FIRST)).data).toMatchObject([
    { result: 'done', code: null, confirmation: 'confirmed' },
  ]);
});

test('pages go from the newest to the oldest, by customer and by member of staff', async () => {
  const deeds = Array.from({ length: 1_203 }, (_, index) => ({
    at: 5_000 + Math.floor(index / 2),
    staff: { ...staff, id: 'staff-2' },
    action: 'getProfile',
    isRead: index % 3 > 0,
    customerId: index % 2 === 0 ? 'cust_even' : 'cust_odd',
    requestId: String(index),
    result: 'done' as const,
  }));
  await appendHistory(store, deeds);
  const filter = { ...ALL, staffId: 'staff-2' };
  const { data, total } = await listHistory(store, filter, { page: 1, pageSize: 2 });
  expect([total, data.map(({ requestId }) => requestId)]).toEqual([1_203, ['1200', '1199']]);
  expect((await listHistory(store, { ...ALL, customerId: 'cust_odd' }, FIRST)).total).toBe(601);
  expect((await listHistory(store, { staffId: 'staff-2', changesOnly: true }, FIRST)).total).toBe(401);
  const read: (string | null)[] = [];
  for await (const some of readHistory(store, filter)) read.push(...some.map(({ requestId }) => requestId));
  expect(read).toEqual(deeds.map(({ requestId }) => requestId).toReversed());
});
