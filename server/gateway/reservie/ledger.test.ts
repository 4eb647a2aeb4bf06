import { expect, test } from 'vitest';
import { type Slot, MemoryLedger } from './ledger.ts';
import type { Lane } from './lane.ts';

function start(perMinute: number) {
  const time = { now: 1_000_000 };
  return { time, ledger: new MemoryLedger(perMinute, () => time.now) };
}

async function take(ledger: MemoryLedger, lane: Lane = 'write'): Promise<Slot | number> {
  const taken = await ledger.take(lane);
  return 'slot' in taken ? taken.slot : taken.waitMs;
}

async function fill(ledger: MemoryLedger, lane: Lane): Promise<number> {
  for (let count = 0; ; count += 1) {
    const slot = await take(ledger, lane);
    if (typeof slot === 'number') return count;
    slot.end();
  }
}

test('a slot is free again a minute after its call ended, not after it began', async () => {
  const { time, ledger } = start(1);
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
  const { ledger } = start(1);
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
  ['interactive', 94],
  ['background', 60],
  ['prefetch', 40],
])('of a hundred, the lane %s may fill %i', async (lane, expected) => {
  const { ledger } = start(100);
  expect(await fill(ledger, lane)).toBe(expected);
});

test('saves still pass when pages have used up theirs', async () => {
  const { ledger } = start(100);
  await fill(ledger, 'interactive');
  expect(await fill(ledger, 'write')).toBe(6);
});

test('every lane gets something out of the smallest budget, and 0 is no limit', async () => {
  expect(await fill(start(1).ledger, 'prefetch')).toBe(1);
  const { ledger } = start(0);
  for (let count = 0; count < 1_000; count += 1) expect(await take(ledger, 'prefetch')).toBeTypeOf('object');
});

test('forecasts the wait behind others', async () => {
  const { time, ledger } = start(3);
  for (let count = 0; count < 3; count += 1) {
    const slot = await take(ledger);
    if (typeof slot !== 'number') slot.end();
    time.now += 1_000;
  }
  expect(await ledger.forecast('write', 0)).toBe(57_100);
  expect(await ledger.forecast('write', 2)).toBe(59_100);
});

test('a pause holds everybody back, and a shorter one does not end it', async () => {
  const { time, ledger } = start(0);
  await ledger.pause(30_000);
  await ledger.pause(1_000);
  expect(await take(ledger)).toBe(30_000);
  time.now += 30_000;
  expect(await take(ledger)).toBeTypeOf('object');
});

/** A small generator (Lehmer), so that the thousand cases are the same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test.each([1, 2, 3, 4, 5])(
  'however slow calls are, no sixty seconds see more than the budget (seed %i)',
  async (seed) => {
    const next = random(seed * 7_919);
    const budget = 20;
    const { time, ledger } = start(budget);
    const counted: number[] = [];
    const open: { slot: Slot; endsAt: number }[] = [];
    for (let turn = 0; turn < 3_000; turn += 1) {
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
    expect(counted.length).toBeGreaterThan(budget * 5);
    expect(most).toBeLessThanOrEqual(budget);
  },
);
