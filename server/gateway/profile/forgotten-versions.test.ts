import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetCustomer, forgetVanished } from '../store/forgotten-customers.ts';
import { listHistory } from '../store/history.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { ProfileVersions } from './profile-versions.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const JANE = { id: 'cust_1', firstname: 'Jane', lastname: 'Smith', email: '', mobile: '1', archived: false };
const JANA = { ...JANE, firstname: 'Jana' };
const JOAN = { ...JANE, id: 'cust_2', firstname: 'Joan' };

let store: TestStore;
let now: number;
beforeEach(async () => {
  store = await openTestStore();
  now = Date.parse('2026-03-03T09:00:00Z');
});
afterEach(() => store.remove());

function withRecentWrites<Profile>(profile: Profile): Profile {
  return profile;
}

function onTrouble(message: string): never {
  throw new Error(message);
}

function open(): ProfileVersions {
  return new ProfileVersions({ store, clock: () => now, withRecentWrites, onTrouble });
}

function known() {
  return store.db.selectFrom('profileSeen').select(['customerId', 'missingSince']).orderBy('customerId').execute();
}

async function changedOutside(): Promise<number> {
  const { data } = await listHistory(store, { customerId: 'cust_1', changesOnly: true }, { page: 0, pageSize: 100 });
  return data.filter(({ action }) => action === 'changedOutside').length;
}

test('who was forgotten and is still in Reservie is seen again, and the next change elsewhere is recorded', async () => {
  const versions = open();
  await versions.observe([JANE]);
  await forgetCustomer(store, 'cust_1', now);
  versions.forget('cust_1');
  now += MINUTE;
  expect(await versions.observe([JANE])).toEqual([]);
  expect(await known()).toEqual([{ customerId: 'cust_1', missingSince: null }]);
  now += 10 * MINUTE;
  expect(await versions.observe([JANA])).toEqual([JANA]);
  expect(await changedOutside()).toBe(1);
});

test('what was being compared while the customer was forgotten is not taken for known afterwards', async () => {
  const versions = open();
  const comparing = versions.observe([JANE]);
  versions.forget('cust_1');
  await comparing;
  await forgetCustomer(store, 'cust_1', now);
  await versions.observe([JANE]);
  expect(await known()).toHaveLength(1);
});

/** Two processes that have seen Jane, whom no list has named for 91 days, and who was forgotten for it. */
async function vanish(): Promise<[ProfileVersions, ProfileVersions]> {
  const [one, other] = [open(), open()];
  for (const versions of [one, other]) await versions.observeList([JANE, JOAN]);
  now += MINUTE;
  for (const versions of [one, other]) await versions.observeList([JOAN]);
  now += 91 * DAY;
  expect(await forgetVanished(store, now, 90)).toBe(1);
  return [one, other];
}

test('who vanished, was forgotten and is read again is known again in every process', async () => {
  const [one, other] = await vanish();
  await one.observe([JANE]);
  expect(await known()).toContainEqual({ customerId: 'cust_1', missingSince: null });
  now += 10 * MINUTE;
  await other.observeList([JANA, JOAN]);
  expect(await changedOutside()).toBe(1);
  now += 10 * MINUTE;
  expect(await one.observe([JANE])).toHaveLength(1);
});

test('who vanished, was forgotten and is back in the list is known again with the first list', async () => {
  const [one] = await vanish();
  await one.observeList([JANE, JOAN]);
  expect(await known()).toHaveLength(2);
  now += 10 * MINUTE;
  expect(await one.observe([JANA])).toHaveLength(1);
});

test('who was read again but is in no list is missing again, from then on', async () => {
  const [one] = await vanish();
  await one.observe([JANE]);
  now += MINUTE;
  await one.observeList([JOAN]);
  expect(await known()).toContainEqual({ customerId: 'cust_1', missingSince: now });
  now += 91 * DAY;
  expect(await forgetVanished(store, now, 90)).toBe(1);
  // Lists that go on without them change nothing.
  await one.observeList([JOAN]);
  expect(await known()).toEqual([{ customerId: 'cust_2', missingSince: null }]);
  await one.observe([JANE]);
  expect(await known()).toHaveLength(2);
});

test('a process that has missed messages asks the database who is known', async () => {
  const versions = open();
  await versions.observe([JANE, JOAN]);
  await forgetCustomer(store, 'cust_1', now);
  versions.forgetAll();
  expect(await versions.observe([JANE, JOAN])).toEqual([]);
  expect(await known()).toHaveLength(2);
  now += 10 * MINUTE;
  expect(await versions.observe([JANA, JOAN])).toEqual([JANA]);
});
