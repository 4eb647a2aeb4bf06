import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORGOTTEN } from '#contract/history.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { listChangedSinceLook, listFirstSeen, recordListWatched } from './customer-news.ts';
import { listNotDuplicates, listPinned, listRecent, pinCustomer, saveNotDuplicates } from './customer-shortcuts.ts';
import { forgetCustomer, forgetVanished } from './forgotten-customers.ts';
import { appendHistory, listHistory, listProfileWrites } from './history.ts';
import { listVersions } from './list-versions.ts';
import { recordMissing } from './missing-customers.ts';
import { saveFirstSight, settleSights } from './profile-versions.ts';

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');
const JANE = { id: 'cust_1', firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700900123' };
const JOAN = { ...JANE, id: 'cust_10', firstname: 'Joan' };
const staff = { id: 'staff-1', name: 'Dee Desk', role: 'desk' } as const;
const FIRST = { page: 0, pageSize: 100 };

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
  await recordListWatched(store, NOW - 9 * DAY);
  for (const profile of [JANE, JOAN]) {
    await saveFirstSight(store, [profile], NOW - 8 * DAY);
    await settleSights(store, [{ ...profile, lastname: 'Jones' }], NOW - 7 * DAY);
    const change = { field: 'lastname', before: 'Jones', after: 'Brown' };
    const act = { staff, isRead: false, customerId: profile.id } as const;
    await appendHistory(store, [
      { ...act, at: NOW - 9 * DAY, action: 'getProfile', isRead: true, result: 'done' },
      { ...act, at: NOW - 1_000, action: 'updateProfile', changes: [change], result: 'done' },
    ]);
    await store.db.insertInto('user').values(userOf(profile.id)).execute();
    await pinCustomer(store, profile.id, profile.id, NOW);
  }
  const said = { fingerprint: 'f', staffName: 'Dee Desk', at: NOW };
  await saveNotDuplicates(store, ['cust_1', 'cust_10'], said);
  await saveNotDuplicates(store, ['cust_10', 'cust_2'], said);
});
afterEach(() => store.remove());

/** Pins belong to an account. */
function userOf(id: string) {
  const moment = store.kind === 'sqlite' ? '2026-11-25T12:00:00Z' : new Date(NOW);
  const rest = { createdAt: moment, updatedAt: moment, emailVerified: store.kind === 'sqlite' ? 1 : true };
  return {
    id,
    name: id,
    email: `${id}@example.com`,
    role: 'desk',
    status: 'active',
    lastSignInAt: null,
    twoFactorEnabled: null,
    ...rest,
  } as const;
}

function ids(rows: readonly { customerId: string }[]): string[] {
  return rows.map(({ customerId }) => customerId);
}

/** All that the database holds, as text. */
async function everything(): Promise<string> {
  const tables = ['history', 'profileVersion', 'profileSeen', 'pinnedCustomer', 'notDuplicate'] as const;
  const rows = await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

describe('a customer who is forgotten', () => {
  test('leaves who did what, to which fields, and when', async () => {
    const filter = { customerId: 'cust_1', changesOnly: false };
    const before = await listHistory(store, filter, FIRST);
    const versions = await listVersions(store, 'cust_1');
    await forgetCustomer(store, 'cust_1', NOW);
    const after = await listHistory(store, filter, FIRST);
    const buried = before.data.map((entry) => ({
      ...entry,
      changes: entry.changes.map(({ field }) => ({ field, before: FORGOTTEN, after: FORGOTTEN })),
    }));
    expect(after).toEqual({ ...before, data: buried });
    const stone = { firstname: FORGOTTEN, lastname: FORGOTTEN, email: FORGOTTEN, mobile: FORGOTTEN };
    expect(await listVersions(store, 'cust_1')).toEqual(versions.map((version) => ({ ...version, ...stone })));
  });

  test('leaves nothing else, and nothing of another customer is touched', async () => {
    await forgetCustomer(store, 'cust_10', NOW);
    await forgetCustomer(store, 'cust_1', NOW);
    expect(await everything()).not.toMatch(/Jane|Joan|Jones|Smith|Brown|jane@|07700/);
    expect(await listPinned(store, 'cust_1')).toEqual([]);
    expect(await listNotDuplicates(store)).toEqual([]);
  });

  test('takes no customer along whose id begins alike', async () => {
    await forgetCustomer(store, 'cust_1', NOW);
    expect(await listPinned(store, 'cust_10')).toEqual(['cust_10']);
    expect((await listNotDuplicates(store)).map(({ customerIds }) => customerIds)).toEqual([['cust_10', 'cust_2']]);
    expect(await everything()).toMatch(/Joan/);
    expect(await listProfileWrites(store, NOW - DAY)).toMatchObject([{ customerId: 'cust_10' }]);
  });

  test('is neither recent, nor news, nor new when Reservie still names them', async () => {
    await forgetCustomer(store, 'cust_1', NOW);
    await saveFirstSight(store, [JANE], NOW + 1);
    expect(ids(await listRecent(store, 'staff-1', NOW))).toEqual(['cust_10']);
    expect(await listChangedSinceLook(store, 'staff-1', NOW)).toEqual(['cust_10']);
    expect(ids(await listFirstSeen(store, NOW))).toEqual(['cust_10']);
  });

  test('can be forgotten again', async () => {
    await forgetCustomer(store, 'cust_1', NOW);
    await saveFirstSight(store, [JANE], NOW + 1);
    await forgetCustomer(store, 'cust_1', NOW + 2);
    expect(await store.db.selectFrom('profileSeen').select('customerId').execute()).toEqual([
      { customerId: 'cust_10' },
    ]);
  });
});

describe('the way to a tombstone', () => {
  const open = { customerId: 'cust_1', at: NOW, isOpen: 1 };

  test.each([
    ['another staff member', 'history', { staffName: 'Mo' }],
    ['another moment', 'history', { at: 1 }],
    ['another act', 'history', { action: 'getProfile' }],
    ['other words', 'history', { subject: 'Jim' }],
    ['another value', 'history', { changes: '[{"field":"lastname","before":"Jim","after":null}]' }],
    ['another name', 'profileVersion', { firstname: 'Jim' }],
    ['another origin', 'profileVersion', { origin: 'desk' }],
    ['another customer', 'profileVersion', { customerId: 'cust_10' }],
  ] as const)('does not lead to %s', async (_, table, change) => {
    await store.db.insertInto('forgottenCustomer').values(open).execute();
    const update = store.db.updateTable(table).set(change).where('customerId', '=', 'cust_1');
    await expect(update.execute()).rejects.toThrow('append-only');
  });

  test('is shut for other customers, and afterwards', async () => {
    await forgetCustomer(store, 'cust_1', NOW);
    for (const customerId of ['cust_1', 'cust_10']) {
      const update = store.db.updateTable('history').set({ changes: '[]' }).where('customerId', '=', customerId);
      await expect(update.execute()).rejects.toThrow('append-only');
    }
  });

  test('leaves a trace that cannot be removed', async () => {
    await forgetCustomer(store, 'cust_1', NOW);
    await expect(store.db.deleteFrom('forgottenCustomer').execute()).rejects.toThrow('append-only');
  });
});

test('who has been missing for long enough is forgotten, and recorded', async () => {
  await recordMissing(store, ['cust_1'], NOW - 91 * DAY);
  await recordMissing(store, ['cust_10'], NOW - 89 * DAY);
  expect(await forgetVanished(store, NOW, 90)).toBe(1);
  expect(await everything()).not.toMatch(/Jane/);
  expect(await everything()).toMatch(/Joan/);
  const { data } = await listHistory(store, { customerId: 'cust_1', changesOnly: true }, FIRST);
  expect(data[0]).toMatchObject({ action: 'forgetVanished', staff: null, customerId: 'cust_1', result: 'done' });
  expect(await forgetVanished(store, NOW, 90)).toBe(0);
});
