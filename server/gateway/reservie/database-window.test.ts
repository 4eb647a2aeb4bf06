import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { DatabaseWindow, openSlidingWindow } from './database-window.ts';
import type { Slot } from './lane.ts';
import type { SlidingWindow } from './sliding-window.ts';

const LONGEST_CALL_MS = 48_000;
/** Of a slot whose process died: the call, the wait for the database before it, and a minute. */
const LONGEST_SLOT_MS = LONGEST_CALL_MS + 4_000 + 60_100;

let store: TestStore;
/** What another process has: on PostgreSQL connections of its own. */
let otherStore: Store;
const time = { now: 0 };
const trouble: string[] = [];

beforeAll(async () => {
  store = await openTestStore();
  otherStore = 'file' in store.options ? store : await openStore(store.options);
});
afterAll(async () => {
  if (otherStore !== store) await otherStore.close();
  await store.remove();
});
beforeEach(async () => {
  await store.db.deleteFrom('budgetSlot').execute();
  await store.db.deleteFrom('budgetPause').execute();
  time.now = 1_000_000;
  trouble.length = 0;
});

const common = { longestCallMs: LONGEST_CALL_MS, onTrouble: (message: string) => void trouble.push(message) };

function startTwo(
  perMinute: number,
  special: Partial<typeof common & { clock: undefined; patienceMs: number }> = {},
): [SlidingWindow, SlidingWindow] {
  const options = { ...common, clock: () => time.now, perMinute, ...special };
  return [new DatabaseWindow(store, options), new DatabaseWindow(otherStore, options)];
}

async function takeSlot(window: SlidingWindow): Promise<Slot> {
  const taken = await window.take('write');
  if (!('slot' in taken)) throw new Error(`There is none for ${taken.waitMs} ms.`);
  return taken.slot;
}

test('however many ask at once, two processes together get what there is and no more', async () => {
  const [one, other] = startTwo(20, { clock: undefined, patienceMs: 30_000 });
  const asked = Array.from({ length: 200 }, (_, index) => (index % 2 ? one : other).take('write'));
  const taken = await Promise.all(asked);
  expect(taken.filter((each) => 'slot' in each)).toHaveLength(20);
  const held = await store.db.selectFrom('budgetSlot').selectAll().execute();
  expect(new Set(held.map(({ holder }) => holder)).size).toBe(2);
  await Promise.all([one.close(), other.close()]);
});

test('a call that ended counts for the other process too, for a minute and no longer', async () => {
  const [one, other] = startTwo(1);
  (await takeSlot(one)).end();
  await one.close();
  expect(await other.take('write')).toEqual({ waitMs: 60_100 });
  time.now += 60_099;
  expect(await other.take('write')).toEqual({ waitMs: 1 });
  time.now += 1;
  await takeSlot(other);
});

test('what another process may give back is looked for again soon, and not promised', async () => {
  const [one, other] = startTwo(1);
  const slot = await takeSlot(one);
  expect(await other.take('write')).toEqual({ waitMs: 1_000 });
  expect((await other.forecast())('write', 0)).toBe(60_100);
  expect(await one.take('write')).toEqual({ waitMs: 60_100 });
  slot.giveBack();
  await one.close();
  await takeSlot(other);
});

test('the slot of a process that died is free a minute after the longest call, and that is what is forecast', async () => {
  const [one, other] = startTwo(1);
  await takeSlot(one);
  time.now += LONGEST_SLOT_MS - 10_000;
  expect((await other.forecast())('write', 0)).toBe(10_000);
  expect(await other.take('write')).toEqual({ waitMs: 10_000 });
  time.now += 10_000;
  await takeSlot(other);
});

test('a call that lasted longer than any should still holds its slot for a minute after its end', async () => {
  const [one, other] = startTwo(1);
  const slot = await takeSlot(one);
  time.now += LONGEST_SLOT_MS;
  (await takeSlot(other)).giveBack();
  slot.end();
  await Promise.all([one.close(), other.close()]);
  expect((await startTwo(1)[0].forecast())('write', 0)).toBe(60_100);
});

test('a pause is for all processes, and a shorter one does not end it', async () => {
  const [one, other] = startTwo(100);
  await one.pause(30_000);
  await other.pause(1_000);
  expect(await other.take('write')).toEqual({ waitMs: 30_000 });
  expect((await one.forecast())('write', 0)).toBe(30_000);
  time.now += 30_000;
  await takeSlot(other);
});

test('lanes keep their reserves, whichever process fills them', async () => {
  const [one, other] = startTwo(10);
  for (let count = 0; count < 9; count += 1) (await takeSlot(count % 2 ? one : other)).end();
  await Promise.all([one.forecast(), other.forecast()]);
  expect(await one.take('interactive')).toEqual({ waitMs: 60_100 });
  await takeSlot(one);
});

test('what was spent before a restart is still spent', async () => {
  const [before, after] = startTwo(2);
  (await takeSlot(before)).end();
  await takeSlot(before);
  await before.close();
  time.now += 1_000;
  expect((await after.forecast())('write', 0)).toBe(59_100);
});

test('a clock that is set back by a day does not keep slots or pauses for a day', async () => {
  const [one, other] = startTwo(1);
  await takeSlot(one);
  await one.pause(60_000);
  time.now -= 86_400_000;
  await other.take('write');
  expect((await other.forecast())('write', 0)).toBe(3_600_000);
  time.now += 3_600_000;
  await takeSlot(other);
});

test('a database that does not answer is an error soon, once logged, and costs no slot when it answers after all', async () => {
  await store.db.insertInto('budgetSlot').values({ id: 'old', holder: 'none', isOpen: 0, freeAt: 0 }).execute();
  const transaction = await store.db.startTransaction().execute();
  await transaction.updateTable('budgetSlot').set({ isOpen: 1 }).execute();
  const window = new DatabaseWindow(otherStore, { ...common, perMinute: 1, clock: () => time.now, patienceMs: 100 });
  await expect(window.take('write')).rejects.toThrow('No answer within 100 ms');
  await expect(window.take('write')).rejects.toThrow('No answer');
  expect(trouble).toEqual(['The database does not keep the request budget.']);
  await transaction.rollback().execute();
  await expect.poll(() => window.take('write').catch(() => undefined)).toHaveProperty('slot');
});

test('a slot that cannot be written any more does no harm', async () => {
  const own = await openTestStore();
  const window = new DatabaseWindow(own, { ...common, perMinute: 5 });
  const [first, second] = [await takeSlot(window), await takeSlot(window)];
  await own.remove();
  first.end();
  await window.close();
  second.giveBack();
  expect(trouble).toHaveLength(1);
  await expect(window.take('write')).rejects.toThrow('destroyed');
});

test('without a limit the database is left alone', async () => {
  const untouched: Store = {
    kind: 'postgres',
    get db(): never {
      throw new Error('It was asked.');
    },
    close: async () => undefined,
  };
  const window = openSlidingWindow(untouched, { ...common, perMinute: 0, clock: () => time.now });
  (await takeSlot(window)).end();
  await window.pause(5_000);
  expect(await window.take('write')).toEqual({ waitMs: 5_000 });
  expect((await window.forecast())('prefetch', 400)).toBe(5_000);
  await window.close();
});
