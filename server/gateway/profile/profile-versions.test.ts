import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendHistory, appendOutcome, listHistory } from '../store/history.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { takeLease } from '../store/leases.ts';
import { listVersions } from '../store/list-versions.ts';
import { profileHash } from './profile-hash.ts';
import { ProfileVersions } from './profile-versions.ts';
import { RecentWrites } from './recent-writes.ts';

const MINUTE = 60_000;
const JANE = {
  id: 'cust_1',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '1',
  archived: false,
};

let store: TestStore;
let now: number;
let overlay: RecentWrites;
const troubles: string[] = [];
beforeEach(async () => {
  store = await openTestStore();
  now = 1_000_000;
  overlay = new RecentWrites();
});
afterEach(() => store.remove());

function open(): ProfileVersions {
  return new ProfileVersions({
    store,
    clock: () => now,
    withRecentWrites: (profile) => overlay.apply(profile, now),
    onTrouble: (message) => troubles.push(message),
  });
}

async function entries() {
  return (await listHistory(store, { changesOnly: false }, { page: 0, pageSize: 100 })).data;
}

test('the first sight of all customers is no history', async () => {
  const people = Array.from({ length: 5_000 }, (_, index) => ({ ...JANE, id: `cust_${index}` }));
  const versions = open();
  expect(await versions.observe(people)).toEqual([]);
  expect(await versions.observe(people)).toEqual([]);
  expect(await entries()).toEqual([]);
  expect(await listVersions(store, 'cust_4999')).toMatchObject([{ origin: 'first', firstname: 'Jane' }]);
  const { count } = await store.db
    .selectFrom('profileVersion')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(0);
});

test('what changed while no gateway ran is noticed after a restart, once by several processes', async () => {
  await open().observe([JANE]);
  now += 10 * MINUTE;
  const [one, other] = [open(), open()];
  const jana = { ...JANE, firstname: 'Jana', archived: true };
  const seen = await Promise.all([one.observe([jana]), other.observe([jana])]);
  expect(seen.flat()).toHaveLength(1);
  expect(await entries()).toMatchObject([
    {
      action: 'changedOutside',
      staff: null,
      customerId: 'cust_1',
      changes: [
        { field: 'firstname', before: 'Jane', after: 'Jana' },
        { field: 'archived', before: 'false', after: 'true' },
      ],
    },
  ]);
  expect(await listVersions(store, 'cust_1')).toMatchObject([{ origin: 'outside' }, { origin: 'first' }]);
  expect(troubles).toEqual([]);
});

test('a read that lags is no change back, one that stays is', async () => {
  const versions = open();
  await versions.observe([JANE]);
  now += MINUTE;
  await versions.observe([{ ...JANE, mobile: '2' }]);
  now += MINUTE;
  expect(await versions.observe([JANE])).toEqual([]);
  expect(await versions.observe([{ ...JANE, mobile: '2' }])).toEqual([]);
  expect(await entries()).toHaveLength(1);
  now += 5 * MINUTE;
  expect(await versions.observe([JANE])).toHaveLength(1);
  expect(await entries()).toHaveLength(2);
});

test('a profile, which does not know who is archived, says nothing about it', async () => {
  const versions = open();
  await versions.observe([JANE]);
  const { archived: _, ...profile } = JANE;
  expect(await versions.observe([profile])).toEqual([]);
  expect(await versions.observe([JANE])).toEqual([]);
});

test('a write whose end was unknown counts as done when its values turn up', async () => {
  const versions = open();
  await versions.observe([JANE]);
  now += MINUTE;
  const changes = [{ field: 'mobile', before: '1', after: '2' }];
  const staff = { id: 's', name: 'Dee', role: 'desk' } as const;
  const entry = { at: now, staff, action: 'updateProfile', isRead: false, customerId: 'cust_1', changes };
  const [id = ''] = await appendHistory(store, [entry]);
  await appendOutcome(store, id, { at: now, result: 'unclear', code: 'reservie_timeout' });
  now += MINUTE;
  await versions.observe([{ ...JANE, mobile: '2' }]);
  expect(await entries()).toMatchObject([{ action: 'updateProfile', result: 'done' }]);
  expect(await listVersions(store, 'cust_1')).toMatchObject([{ origin: 'desk', by: 'Dee' }, { origin: 'first' }]);
});

test('what staff wrote is recorded once, whichever comes first', async () => {
  const versions = open();
  await versions.observe([JANE]);
  now += MINUTE;
  const historyId = await beginSave();
  expect(await versions.written({ ...JANE, mobile: '2' }, { staffName: 'Dee', historyId })).toBe(true);
  await versions.observe([{ ...JANE, mobile: '2' }]);
  expect(await entries()).toMatchObject([{ id: historyId, result: 'done' }]);
  expect(await listVersions(store, 'cust_1')).toHaveLength(2);
});

test('what was read before the first save of a customer, and compared only after it, is no change back', async () => {
  const versions = open();
  const historyId = await beginSave();
  await versions.written({ ...JANE, mobile: '2' }, { staffName: 'Dee', historyId, before: JANE });
  // In the same millisecond, and without an overlay, as another process may see it.
  expect(await open().observe([JANE])).toEqual([]);
  expect(await entries()).toMatchObject([{ id: historyId, result: 'done' }]);
  expect(await listVersions(store, 'cust_1')).toMatchObject([
    { origin: 'desk', mobile: '2' },
    { origin: 'first', mobile: '1' },
  ]);
});

test('what was read before two saves, and compared only after them, is no change back', async () => {
  const versions = open();
  await versions.observe([JANE]);
  const comparing = versions.observe(Array.from({ length: 3_000 }, (_, index) => ({ ...JANE, id: `cust_${index}` })));
  const late = versions.observe([JANE]);
  for (const [from, to] of [
    ['1', '2'],
    ['2', '3'],
  ] as const) {
    overlay.record(JANE.id, { ...JANE, mobile: from }, { ...JANE, mobile: to }, now);
    await versions.written({ ...JANE, mobile: to }, { staffName: 'Dee', historyId: undefined });
  }
  expect(await comparing).toEqual([]);
  expect(await late).toEqual([]);
  expect(await entries()).toEqual([]);
  expect(await listVersions(store, 'cust_1')).toMatchObject([{ mobile: '3' }, { mobile: '2' }, { mobile: '1' }]);
});

test('how a save ended and its version are recorded as one, or not at all', async () => {
  const versions = open();
  await versions.observe([JANE]);
  const historyId = await beginSave();
  await store.db.schema.alterTable('profileVersion').renameTo('profileVersion_gone').execute();
  expect(await versions.written({ ...JANE, mobile: '2' }, { staffName: 'Dee', historyId })).toBe(false);
  await store.db.schema.alterTable('profileVersion_gone').renameTo('profileVersion').execute();
  expect(await entries()).toMatchObject([{ id: historyId, result: null }]);
  expect(troubles.pop()).toContain('could not be recorded');
});

test('a process that lost its lease records how its save ended, and overwrites nothing', async () => {
  const versions = open();
  await versions.observe([JANE]);
  const historyId = await beginSave();
  const lease = { key: 'profile:cust_1', fence: 1, holder: 'frozen' };
  await takeLease(store, { key: lease.key, holder: lease.holder }, 0);
  await takeLease(store, { key: lease.key, holder: 'successor' }, 60_000);
  expect(await versions.written({ ...JANE, mobile: '2' }, { staffName: 'Dee', historyId, lease })).toBe(true);
  expect(await entries()).toMatchObject([{ id: historyId, result: 'done' }]);
  expect(await listVersions(store, 'cust_1')).toMatchObject([{ origin: 'first', mobile: '1' }]);
});

test('what Reservie makes of a save, such as trimming it, is no change outside Studio Desk', async () => {
  const versions = open();
  await versions.observe([JANE]);
  now += MINUTE;
  const historyId = await beginSave();
  await versions.written({ ...JANE, mobile: ' 2 ' }, { staffName: 'Dee', historyId });
  now += 2 * MINUTE;
  expect(await versions.observe([{ ...JANE, mobile: '2' }])).toEqual([]);
  expect(await entries()).toMatchObject([{ id: historyId }]);
  // The same difference, made when no member of staff has written, is one.
  now += 10 * MINUTE;
  await versions.observe([{ ...JANE, mobile: '3' }]);
  now += 10 * MINUTE;
  expect(await versions.observe([{ ...JANE, mobile: ' 3' }])).toHaveLength(1);
});

test('a NUL or half a surrogate pair in Reservie’s data stops nothing, and is no change', async () => {
  const odd = { ...JANE, firstname: 'Ja\0ne', lastname: 'Smith\ud800' };
  await open().observe([odd]);
  now += MINUTE;
  expect(await open().observe([odd])).toEqual([]);
  now += 10 * MINUTE;
  expect(await open().observe([{ ...odd, mobile: '2\0' }])).toHaveLength(1);
  expect(await listVersions(store, 'cust_1')).toMatchObject([
    { firstname: 'Ja\ufffdne', lastname: 'Smith\ufffd', mobile: '2\ufffd' },
    { mobile: '1' },
  ]);
  expect(await entries()).toHaveLength(1);
  expect(troubles).toEqual([]);
});

async function beginSave(): Promise<string> {
  const changes = [{ field: 'mobile', before: '1', after: '2' }];
  const entry = { at: now, action: 'updateProfile', isRead: false, customerId: 'cust_1', changes };
  const [id = ''] = await appendHistory(store, [entry]);
  return id;
}

test('every field counts for the hash, and where it ends', () => {
  const hashes = [
    profileHash(JANE),
    profileHash({ ...JANE, firstname: 'JaneS', lastname: 'mith' }),
    profileHash({ ...JANE, email: '' }),
    profileHash({ ...JANE, mobile: '' }),
  ];
  expect(new Set(hashes).size).toBe(4);
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
});

function missing() {
  return store.db.selectFrom('profileSeen').select(['customerId', 'missingSince']).execute();
}

test('whom a whole list does not name is missing since then, until one names them again', async () => {
  const [jane, joan] = [JANE, { ...JANE, id: 'cust_2' }];
  await open().observeList([jane, joan]);
  now += MINUTE;
  const versions = open();
  await versions.observeList([jane]);
  now += MINUTE;
  await versions.observeList([jane]);
  // A row that cannot be read names its customer all the same; one without an id may be any of them.
  await versions.observeList([joan], ['cust_1']);
  await versions.observeList([joan], [null]);
  expect(await missing()).toEqual([
    { customerId: 'cust_1', missingSince: null },
    { customerId: 'cust_2', missingSince: null },
  ]);
  await versions.observeList([jane]);
  now += MINUTE;
  // Another process does not begin to count anew.
  await open().observeList([jane]);
  expect(await missing()).toContainEqual({ customerId: 'cust_2', missingSince: now - MINUTE });
});
