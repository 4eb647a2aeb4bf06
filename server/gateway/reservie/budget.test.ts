import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Budget } from './budget.ts';
import { type Lane, Urgency } from './lane.ts';
import type { SlidingWindow } from './sliding-window.ts';
import { MemoryWindow } from './memory-window.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start(perMinute: number) {
  return new Budget(new MemoryWindow(perMinute, Date.now), Date.now);
}

function within(lane: Lane, patienceMs: number): Urgency {
  return new Urgency(lane, Date.now() + patienceMs);
}

/** Takes and ends everything that the budget grants at once. */
async function use(budget: Budget, count: number, lane: Lane = 'write'): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) (await budget.take(within(lane, 0))).end();
}

/** Notes the name of each that gets its turn. */
async function queue(budget: Budget, order: string[], name: string, urgency: Urgency): Promise<void> {
  try {
    const slot = await budget.take(urgency);
    order.push(name);
    slot.end();
  } catch {
    order.push(`${name} refused`);
  }
}

async function unreachable(): Promise<never> {
  throw new Error('no database');
}

test('grants at once what is there', async () => {
  const budget = start(3);
  await use(budget, 3);
  await expect(budget.take(within('write', 0))).rejects.toMatchObject({ code: 'rate_limited' });
});

test('a caller who would wait too long is told so at once, and how long it would take', async () => {
  const budget = start(1);
  await use(budget, 1);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(budget.take(within('interactive', 15_000))).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfterMs: 40_100 },
  });
});

test('a caller who can wait gets the turn when it comes', async () => {
  const budget = start(1);
  await use(budget, 1);
  await vi.advanceTimersByTimeAsync(50_000);
  const order: string[] = [];
  const waiting = queue(budget, order, 'page', within('interactive', 15_000));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(order).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  await waiting;
  expect(order).toEqual(['page']);
});

test('a save goes before a page, a page before the list, the list before a prefetch, whatever came first', async () => {
  const budget = start(100);
  // One end each second, so that the queue moves by one each second.
  for (let turn = 0; turn < 100; turn += 1) {
    await use(budget, 1);
    await vi.advanceTimersByTimeAsync(500);
  }
  const order: string[] = [];
  const all = [
    queue(budget, order, 'prefetch', within('prefetch', 120_000)),
    queue(budget, order, 'list', within('background', 120_000)),
    queue(budget, order, 'page 1', within('interactive', 120_000)),
    queue(budget, order, 'page 2', within('interactive', 120_000)),
    queue(budget, order, 'save', within('write', 120_000)),
  ];
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all(all);
  expect(order).toEqual(['save', 'page 1', 'page 2', 'list', 'prefetch']);
});

test('a prefetch that a page joins moves forward, with the page’s patience', async () => {
  const budget = start(2);
  await use(budget, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  await use(budget, 1);
  await vi.advanceTimersByTimeAsync(53_000);
  const order: string[] = [];
  const shared = within('prefetch', 8_000);
  const first = queue(budget, order, 'shared', shared);
  await vi.advanceTimersByTimeAsync(1);
  shared.raise('interactive', Date.now() + 15_000);
  const all = [first, queue(budget, order, 'list', within('background', 120_000))];
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all(all);
  expect(order).toEqual(['shared', 'list']);
});

test('nothing becomes less urgent', () => {
  const urgency = new Urgency('interactive', 5_000);
  urgency.raise('prefetch', 1_000);
  expect([urgency.lane, urgency.giveUpAt]).toEqual(['interactive', 5_000]);
});

test('a 429 of Reservie stops all callers, and refuses those who cannot wait so long', async () => {
  const budget = start(100);
  await budget.pause(10_000);
  const order: string[] = [];
  const all = [
    queue(budget, order, 'patient', within('interactive', 15_000)),
    queue(budget, order, 'impatient', within('prefetch', 2_000)),
  ];
  await vi.advanceTimersByTimeAsync(9_999);
  expect(order).toEqual(['impatient refused']);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(all);
  expect(order).toEqual(['impatient refused', 'patient']);
});

test('a longer pause refuses those in line who had hope before', async () => {
  const budget = start(100);
  await budget.pause(5_000);
  const order: string[] = [];
  const waiting = queue(budget, order, 'page', within('interactive', 15_000));
  await vi.advanceTimersByTimeAsync(1_000);
  await budget.pause(60_000);
  await waiting;
  expect(order).toEqual(['page refused']);
});

test('what was not sent after all goes to the next in line', async () => {
  const budget = start(1);
  const slot = await budget.take(within('write', 0));
  const next = budget.take(within('write', 70_000));
  slot.giveBack();
  await expect(next).resolves.toBeDefined();
});

test('a stop and a broken window end every wait', async () => {
  const stopped = start(1);
  await use(stopped, 1);
  const ended = stopped.take(within('write', 70_000)).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1);
  stopped.close();
  expect(await ended).toMatchObject({ code: 'reservie_unavailable' });

  const broken: SlidingWindow = {
    perMinute: 1,
    take: unreachable,
    forecast: unreachable,
    pause: unreachable,
    close: unreachable,
  };
  await expect(new Budget(broken, Date.now).take(within('write', 0))).rejects.toMatchObject({
    code: 'database_unavailable',
  });
});

test('the line does not grow without end', async () => {
  const budget = start(1);
  await use(budget, 1);
  const waiting = Array.from({ length: 500 }, () => budget.take(within('write', 1e9)).catch(() => undefined));
  await expect(budget.take(within('write', 1e9))).rejects.toMatchObject({ code: 'rate_limited' });
  budget.close();
  await Promise.all(waiting);
});
