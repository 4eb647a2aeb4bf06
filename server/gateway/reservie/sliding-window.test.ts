import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#kit/random.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { DatabaseWindow } from './database-window.ts';
import type { Lane, Slot } from './lane.ts';
import type { SlidingWindow } from './sliding-window.ts';
import { MemoryWindow } from './memory-window.ts';

interface Started {
  time: { now: number };
  window: SlidingWindow;
}

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.remove());

async function startInMemory(perMinute: number): Promise<Started> {
  const time = { now: 1_000_000 };
  return { time, window: new MemoryWindow(perMinute, () => time.now) };
}

async function startInDatabase(perMinute: number): Promise<Started> {
  await store.db.deleteFrom('budgetSlot').execute();
  await store.db.deleteFrom('budgetPause').execute();
  const time = { now: 1_000_000 };
  const options = { perMinute, clock: () => time.now, longestCallMs: 48_000, onTrouble: expect.unreachable };
  return { time, window: new DatabaseWindow(store, options) };
}

async function take(window: SlidingWindow, lane: Lane = 'write'): Promise<Slot | number> {
  const taken = await window.take(lane);
  return 'slot' in taken ? taken.slot : taken.waitMs;
}

async function fill(window: SlidingWindow, lane: Lane): Promise<number> {
  for (let count = 0; ; count += 1) {
    const slot = await take(window, lane);
    if (typeof slot === 'number') return count;
    slot.end();
  }
}

describe.each([
  ['memory', startInMemory],
  ['the database', startInDatabase],
])('in %s', (_, start) => {
  test('a slot is free again a minute after its call ended, not after it began', async () => {
    const { time, window } = await start(1);
    const slot = await take(window);
    time.now += 20_000;
    if (typeof slot !== 'number') slot.end();
    expect(await take(window)).toBe(60_100);
    time.now += 60_099;
    expect(await take(window)).toBe(1);
    time.now += 1;
    expect(await take(window)).toBeTypeOf('object');
  });

  test('a call that was never sent costs nothing, and a slot ends only once', async () => {
    const { window } = await start(1);
    const slot = await take(window);
    expect(await take(window)).toBeGreaterThan(0);
    if (typeof slot === 'number') throw new Error('no slot');
    slot.giveBack();
    slot.end();
    slot.giveBack();
    expect(await take(window)).toBeTypeOf('object');
    expect(await take(window)).toBeGreaterThan(0);
  });

  test.each<[Lane, number]>([
    ['write', 100],
    ['interactive', 90],
    ['background', 60],
    ['prefetch', 30],
  ])('of a hundred, the lane %s may fill %i', async (lane, expected) => {
    const { window } = await start(100);
    expect(await fill(window, lane)).toBe(expected);
  });

  test('saves still pass when pages have used up theirs', async () => {
    const { window } = await start(100);
    await fill(window, 'interactive');
    expect(await fill(window, 'write')).toBe(10);
  });

  test('every lane gets something out of the smallest budget', async () => {
    expect(await fill((await start(1)).window, 'prefetch')).toBe(1);
  });

  test('forecasts the wait behind others', async () => {
    const { time, window } = await start(3);
    for (let count = 0; count < 3; count += 1) {
      const slot = await take(window);
      if (typeof slot !== 'number') slot.end();
      time.now += 1_000;
    }
    expect((await window.forecast())('write', 0)).toBe(57_100);
    expect((await window.forecast())('write', 2)).toBe(59_100);
  });

  test('a pause holds all callers back, and a shorter one does not end it', async () => {
    const { time, window } = await start(5);
    await window.pause(30_000);
    await window.pause(1_000);
    expect(await take(window)).toBe(30_000);
    time.now += 30_000;
    expect(await take(window)).toBeTypeOf('object');
  });
});

test('0 is no limit', async () => {
  const { window } = await startInMemory(0);
  for (let count = 0; count < 1_000; count += 1) expect(await take(window, 'prefetch')).toBeTypeOf('object');
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
    const { next } = createRandom(`window ${seed}`);
    const budget = 20;
    const { time, window } = await start(budget);
    const counted: number[] = [];
    const open: { slot: Slot; endsAt: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      time.now += Math.floor(next() ** 4 * 2_000);
      for (const call of open.filter(({ endsAt }) => endsAt <= time.now)) {
        call.slot.end();
        open.splice(open.indexOf(call), 1);
      }
      const slot = await take(window);
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
