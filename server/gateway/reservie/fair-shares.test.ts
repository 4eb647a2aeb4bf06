import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Budget } from './budget.ts';
import { FairShares, MOST_WAITING } from './fair-shares.ts';
import { type Lane, Urgency } from './lane.ts';
import { MemoryWindow } from './memory-window.ts';

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
  const budget = new Budget(new MemoryWindow(100, Date.now), Date.now);
  for (const id of ['dee', 'eve', 'fay']) expect(await granted(budget, 4, () => of(id, 'interactive'))).toBe(4);
  let hostile = 0;
  for (let burst = 0; burst < 20; burst += 1) hostile += await granted(budget, 30, () => of('mallory', 'interactive'));
  for (let burst = 0; burst < 20; burst += 1) hostile += await granted(budget, 30, () => of('mallory', 'background'));
  for (let burst = 0; burst < 20; burst += 1) hostile += await granted(budget, 30, () => of('mallory', 'prefetch'));
  expect(hostile).toBe(20);
  for (const id of ['dee', 'eve', 'fay']) expect(await granted(budget, 15, () => of(id, 'interactive'))).toBe(15);
  // There is room for one more read; saves go on.
  for (let burst = 0; burst < 5; burst += 1) await granted(budget, 10, () => of('mallory', 'write'));
  expect(await granted(budget, 4, () => of('dee', 'write'))).toBe(4);
  budget.close();
});

test('a member of staff who works alone gets much, and leaves a floor for those who come next', async () => {
  const budget = new Budget(new MemoryWindow(100, Date.now), Date.now);
  let alone = 0;
  for (let burst = 0; burst < 4; burst += 1) alone += await granted(budget, 30, () => of('dee', 'interactive'));
  expect(alone).toBe(60);
  expect(await granted(budget, 15, () => of('eve', 'interactive'))).toBe(15);
  expect(await granted(budget, 15, () => of('fay', 'interactive'))).toBe(15);
  expect(await granted(budget, 4, () => of('dee', 'write'))).toBe(4);
  budget.close();
});

test('in company, calls beyond a share come one by one while there is room', async () => {
  const budget = new Budget(new MemoryWindow(100, Date.now), Date.now);
  for (const id of ['eve', 'fay']) await granted(budget, 5, () => of(id, 'interactive'));
  expect(await granted(budget, 20, () => of('dee', 'interactive'))).toBe(20);
  let turns = 0;
  const waiting = Array.from({ length: 6 }, () =>
    budget
      .take(of('dee', 'interactive', 15_000))
      .then((slot) => slot.end())
      .finally(() => (turns += 1)),
  );
  const seen: number[] = [];
  for (let second = 0; second < 3; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    seen.push(turns);
  }
  await Promise.all(waiting);
  // Two others are at work: one call each half a second.
  expect(seen).toEqual([2, 4, 6]);
  budget.close();
});

test('while there is room, no user is held to their share of saves', async () => {
  const budget = new Budget(new MemoryWindow(100, Date.now), Date.now);
  expect(await granted(budget, 40, () => of('dee', 'interactive'))).toBe(40);
  expect(await granted(budget, 20, () => of('dee', 'write'))).toBe(20);
  budget.close();
});

test('a second and a third save of one member pass while the reserve has room', async () => {
  const window = new MemoryWindow(100, Date.now);
  const budget = new Budget(window, Date.now);
  while ('slot' in (await window.take('interactive')));
  for (let save = 0; save < 3; save += 1) expect(await budget.take(of('dee', 'write'), 2)).toHaveLength(2);
  await expect(budget.take(of('dee', 'write'), 2)).rejects.toMatchObject({ code: 'rate_limited' });
  for (let save = 0; save < 2; save += 1) expect(await budget.take(of('eve', 'write'), 2)).toHaveLength(2);
  budget.close();
});

test('a save gets the places of its read and its write together, or none', async () => {
  const window = new MemoryWindow(100, Date.now);
  const budget = new Budget(window, Date.now);
  for (let call = 0; call < 97; call += 1) await window.take('write');
  const saves = ['dee', 'eve', 'fay'].map((id) =>
    budget.take(of(id, 'write'), 2).then(
      () => 'saved',
      () => 'refused',
    ),
  );
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.all(saves)).toEqual(['saved', 'refused', 'refused']);
  // What was taken for half a save is given back.
  await expect(budget.take(of('guy', 'write'))).resolves.toBeDefined();
  budget.close();
});

test('who joins the read of a member beyond their share waits in their own lane', async () => {
  const budget = new Budget(new MemoryWindow(100, Date.now), Date.now);
  await granted(budget, 30, () => of('eve', 'interactive'));
  await granted(budget, 30, () => of('mallory', 'interactive'));
  const shared = of('mallory', 'interactive', 4_000);
  const waiting = budget.take(shared);
  await vi.advanceTimersByTimeAsync(1);
  expect(budget.waiting).toBe(1);
  shared.raise('interactive', Date.now(), 'dee');
  await vi.advanceTimersByTimeAsync(1);
  expect(budget.waiting).toBe(0);
  await expect(waiting).resolves.toBeDefined();
  budget.close();
});

test('after a user had to wait, nothing is done for a minute that no user waits for', async () => {
  const window = new MemoryWindow(100, Date.now);
  const budget = new Budget(window, Date.now);
  while ('slot' in (await window.take('interactive')));
  await expect(budget.take(of('dee', 'interactive'))).rejects.toMatchObject({ code: 'rate_limited' });
  const byItself = new Budget(new MemoryWindow(100, Date.now), Date.now);
  for (const lane of ['background', 'prefetch'] as const) {
    await expect(budget.take(of('eve', lane, 120_000))).rejects.toMatchObject({ details: { retryAfterMs: 60_100 } });
    await expect(byItself.take(of('eve', lane))).resolves.toBeDefined();
  }
  for (const each of [budget, byItself]) each.close();
});

test('one member’s crowd does not fill the queue', async () => {
  const budget = new Budget(new MemoryWindow(1, Date.now), Date.now);
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
  const lane = (id: string | undefined, asked: Lane) => shares.standingOf(new Urgency(asked, 0, id)).lane;
  shares.record('read', 'dee');
  shares.record('read', undefined);
  expect([lane('dee', 'interactive'), lane(undefined, 'interactive')]).toEqual(['interactive', 'interactive']);
  for (const id of ['dee', undefined]) for (let call = 0; call < 5; call += 1) shares.record('read', id);
  expect([lane('dee', 'interactive'), lane(undefined, 'interactive')]).toEqual(['background', 'interactive']);
  expect([lane('mo', 'interactive'), lane('dee', 'prefetch')]).toEqual(['interactive', 'prefetch']);
  shares.record('read', 'mo');
  expect([lane('dee', 'interactive'), lane('dee', 'background')]).toEqual(['prefetch', 'prefetch']);
  vi.advanceTimersByTime(61_000);
  expect(lane('dee', 'interactive')).toBe('interactive');
});
