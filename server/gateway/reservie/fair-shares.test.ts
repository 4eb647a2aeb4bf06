import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Budget } from './budget.ts';
import { FairShares, MOST_WAITING } from './fair-shares.ts';
import { type Lane, Urgency } from './lane.ts';
import { MemoryLedger } from './memory-ledger.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function of(staffId: string, lane: Lane, patienceMs = 0): Urgency {
  return new Urgency(lane, Date.now() + patienceMs, staffId);
}

/** How many of so many calls, asked for at once, get their turn at once. */
async function granted(budget: Budget, count: number, urgency: () => Urgency): Promise<number> {
  const calls = Array.from({ length: count }, () =>
    budget.take(urgency()).then(
      (slot) => {
        slot.end();
        return 1;
      },
      () => 0,
    ),
  );
  await vi.advanceTimersByTimeAsync(1);
  return (await Promise.all(calls)).reduce<number>((sum, one) => sum + one, 0);
}

test('one member of staff cannot use up what the others read and save with', async () => {
  const budget = new Budget(new MemoryLedger(100, Date.now), Date.now);
  expect(await granted(budget, 1, () => of('dee', 'interactive'))).toBe(1);
  let hostile = 0;
  for (let burst = 0; burst < 20; burst += 1) hostile += await granted(budget, 30, () => of('mallory', 'interactive'));
  // All that `prefetch` may fill, less the one of the other.
  expect(hostile).toBe(39);
  for (const id of ['dee', 'eve']) {
    expect(await granted(budget, 15, () => of(id, 'interactive'))).toBe(15);
  }
  // The reserve: part of it is for each, not all for one.
  for (let burst = 0; burst < 5; burst += 1) await granted(budget, 10, () => of('mallory', 'write'));
  expect(await granted(budget, 3, () => of('dee', 'write'))).toBe(3);
  budget.close();
});

test('a member of staff who works alone has all but the reserve for saves, until another one asks', async () => {
  const budget = new Budget(new MemoryLedger(100, Date.now), Date.now);
  expect(await granted(budget, 40, () => of('dee', 'interactive'))).toBe(40);
  expect(await granted(budget, 40, () => of('dee', 'interactive'))).toBe(40);
  expect(await granted(budget, 1, () => of('eve', 'interactive'))).toBe(1);
  expect(await granted(budget, 10, () => of('dee', 'interactive'))).toBe(0);
  expect(await granted(budget, 30, () => of('eve', 'interactive'))).toBe(13);
  expect(await granted(budget, 3, () => of('dee', 'write'))).toBe(3);
  budget.close();
});

test('while there is room, no user is held to their share', async () => {
  const budget = new Budget(new MemoryLedger(100, Date.now), Date.now);
  expect(await granted(budget, 40, () => of('dee', 'interactive'))).toBe(40);
  expect(await granted(budget, 9, () => of('dee', 'write'))).toBe(9);
  budget.close();
});

test('one member’s crowd does not fill the queue', async () => {
  const budget = new Budget(new MemoryLedger(1, Date.now), Date.now);
  await granted(budget, 1, () => of('dee', 'write'));
  const waiting = Array.from({ length: 200 }, () =>
    budget.take(of('mallory', 'interactive', 1e9)).catch(() => undefined),
  );
  await vi.advanceTimersByTimeAsync(1);
  expect(budget.waiting).toBe(MOST_WAITING);
  budget.close();
  await Promise.all(waiting);
});

test('a share is of the last minute, and what the gateway does by itself has none', () => {
  const shares = new FairShares(10, Date.now);
  for (let call = 0; call < 5; call += 1) {
    for (const id of ['dee', undefined]) shares.note('interactive', id);
  }
  for (const id of ['dee', undefined]) expect(shares.laneFor('interactive', id)).toBe('interactive');
  expect([shares.laneFor('interactive', 'mo'), shares.laneFor('prefetch', 'dee')]).toEqual(['interactive', 'prefetch']);
  // Beside others there is less room.
  shares.note('interactive', 'mo');
  expect(shares.laneFor('interactive', 'dee')).toBe('prefetch');
  vi.advanceTimersByTime(61_000);
  expect(shares.laneFor('interactive', 'dee')).toBe('interactive');
});
