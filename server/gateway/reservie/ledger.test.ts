import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#kit/random.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { DatabaseLedger } from './database-ledger.ts';
import type { Lane, Slot } from './lane.ts';
import type { Ledger } from './ledger.ts';
import { MemoryLedger } from './memory-ledger.ts';

interface Started {
  time: { now: number };
  ledger: Ledger;
}

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.remove());

async function startInMemory(perMinute: number): Promise<Started> {
  const time = { now: 1_000_000 };
  return { time, ledger: new MemoryLedger(perMinute, () => time.now) };
}

async function startInDatabase(perMinute: number): Promise<Started> {
  await store.db.deleteFrom('budgetSlot').execute();
  await store.db.deleteFrom('budgetPause').execute();
  const time = { now: 1_000_000 };
  const options = { perMinute, clock: () => time.now, longestCallMs: 48_000, onTrouble: expect.unreachable };
  return { time, ledger: new DatabaseLedger(store, options) };
}

async function take(ledger: Ledger, lane: Lane = 'write'): Promise<Slot | number> {
  const taken = await ledger.take(lane);
  return 'slot' in taken ? taken.slot : taken.waitMs;
}

async function fill(ledger: Ledger, lane: Lane): Promise<number> {
  for (let count = 0; ; count += 1) {
    const slot = await take(ledger, lane);
    if (typeof slot === 'number') return count;
    slot.end();
  }
}

describe.each([
  ['memory', startInMemory],
  ['the database', startInDatabase],
])('in %s', (_, start) => {
  test('a slot is free again a minute after its call ended, not after it began', async () => {
    const { time, ledger } = await start(1);
    const slot = await take(ledger);
    time.now += 20_000;
    if (typeof slot !== 'number') slot.end();
    expect(await take(ledger)).toBe(60_100);
    time.now += 60_099;
    expect(await take(ledger)).toBe(1);
    time.now += 1;
    expect(await take(ledger)).toBeTypeOf('object');
  });

  test('a call that was never sent costs nothing, and a slot ends only once', async () => {
    const { ledger } = await start(1);
    const slot = await take(ledger);
    expect(await take(ledger)).toBeGreaterThan(0);
    if (typeof slot === 'number') throw new Error('no slot');
    slot.giveBack();
    slot.end();
    slot.giveBack();
    expect(await take(ledger)).toBeTypeOf('object');
    expect(await take(ledger)).toBeGreaterThan(0);
  });

  test.each<[Lane, number]>([
    ['write', 100],
    ['interactive', 90],
    ['background', 60],
    ['prefetch', 30],
  ])('of a hundred, the lane %s may fill %i', async (lane, expected) => {
    const { ledger } = await start(100);
    expect(await fill(ledger, lane)).toBe(expected);
  });

  test('saves still pass when pages have used up theirs', async () => {
    const { ledger } = await start(100);
    await fill(ledger, 'interactive');
    expect(await fill(ledger, 'write')).toBe(10);
  });

  test('every lane gets something out of the smallest budget', async () => {
    expect(await fill((await start(1)).ledger, 'prefetch')).toBe(1);
  });

  test('forecasts the wait behind others', async () => {
    const { time, ledger } = await start(3);
    for (let count = 0; count < 3; count += 1) {
      const slot = await take(ledger);
      if (typeof slot !== 'number') slot.end();
      time.now += 1_000;
    }
    expect((await ledger.forecast())('write', 0)).toBe(57_100);
    expect((await ledger.forecast())('write', 2)).toBe(59_100);
  });

  test('a pause holds all callers back, and a shorter one does not end it', async () => {
    const { time, ledger } = await start(5);
    await ledger.pause(30_000);
    await ledger.pause(1_000);
    expect(await take(ledger)).toBe(30_000);
    time.now += 30_000;
    expect(await take(ledger)).toBeTypeOf('object');
  });
});

test('0 is no limit', async () => {
  const { ledger } = await startInMemory(0);
  for (let count = 0; count < 1_000; count += 1) expect(await take(ledger, 'prefetch')).toBeTypeOf('object');
});

test.each<[place: string, start: typeof startInMemory, seed: number, turns: number]>([
  ...[1, 2, 3, 4, 5].map(
    (seed) => ['memory', startInMemory, seed, 3_000] as [string, typeof startInMemory, number, number],
  ),
  ['the database', startInDatabase, 6, 600],
])(
  'however slow calls are, no sixty seconds see more than the budget (in %s)',
  { timeout: 30_000 },
  async (_, start, seed, turns) => {
    const { next } = createRandom(`ledger ${seed}`);
    const budget = 20;
    const { time, ledger } = await start(budget);
    const counted: number[] = [];
    const open: { slot: Slot; endsAt: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      time.now += Math.floor(next() ** 4 * 2_000);
      for (const call of open.filter(({ endsAt }) => endsAt <= time.now)) {
        call.slot.end();
        open.splice(open.indexOf(call), 1);
      }
      const slot = await take(ledger);
      if (typeof slot === 'number') continue;
      const endsAt = time.now + Math.floor(next() ** 3 * 8_000);
      open.push({ slot, endsAt });
      // Reservie notices the call at any moment of its life.
      counted.push(time.now + Math.floor(next() * (endsAt - time.now)));
    }
    counted.sort((a, b) => a - b);
    const most = Math.max(
      ...counted.map((at, index) => counted.filter((other, i) => i >= index && other <= at + 60_000).length),
    );
    expect(counted.length).toBeGreaterThan((budget * turns) / 600);
    expect(most).toBeLessThanOrEqual(budget);
  },
);
