import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { steadyClock } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';
import { takeLease } from '../store/leases.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { Leases } from './leases.ts';

const KEY = 'profile:cust_1';
const soon = () => steadyClock() + 10_000;

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.remove();
});

test('two processes do one thing after the other', async () => {
  const [one, other] = [new Leases(store), new Leases(store)];
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await store.db.selectFrom('lease').selectAll().execute();
    running -= 1;
  };
  await Promise.all([one, other, one, other, one].map((leases) => leases.hold(KEY, soon(), task)));
  expect(most).toBe(1);
});

test('each holder has a greater fence than the one before', async () => {
  const fences: number[] = [];
  for (const leases of [new Leases(store), new Leases(store)]) {
    await leases.hold(KEY, soon(), async ({ fence }) => void fences.push(fence));
  }
  expect(fences).toEqual([1, 2]);
});

test('what another process holds is waited for until the deadline, then refused: nothing was sent', async () => {
  await takeLease(store, { key: KEY, holder: 'another' }, 5_000);
  const run = vi.fn<() => Promise<void>>();
  const refused = new Leases(store).hold(KEY, steadyClock() + 200, run);
  await expect(refused).rejects.toBeInstanceOf(NotSent);
  expect(run).not.toHaveBeenCalled();
  expect(await new Leases(store).tryTake(KEY)).toBeUndefined();
});

test('a process that died holds nothing once its time is over', async () => {
  await takeLease(store, { key: KEY, holder: 'dead' }, 100);
  expect(await new Leases(store).hold(KEY, soon(), async ({ fence }) => fence)).toBe(2);
});

test('a clock that was set back does not make a lease last', async () => {
  await takeLease(store, { key: KEY, holder: 'dead' }, 365 * 24 * 60 * 60_000);
  expect(await new Leases(store).hold(KEY, soon(), async ({ fence }) => fence)).toBe(2);
});

test('a clock that was set back by a little takes no lease from its holder', async () => {
  expect(await takeLease(store, { key: KEY, holder: 'alive' }, 5_250)).toBe(1);
  expect(await takeLease(store, { key: KEY, holder: 'other' }, 5_000)).toBeUndefined();
});

test('a holder that was frozen knows it in the same moment, before its successor begins', async () => {
  const now = performance.now();
  await new Leases(store).hold(KEY, soon(), async (lease) => {
    expect(lease.isSafe()).toBe(true);
    vi.spyOn(performance, 'now').mockReturnValue(now + 4_000);
    expect(lease.isSafe()).toBe(false);
    // It may find that it holds it all the same, if no process has taken over.
    vi.restoreAllMocks();
    await lease.secure();
    expect(lease.isSafe()).toBe(true);
  });
});

test('a holder whose lease was taken over stays unsafe', async () => {
  const leases = new Leases(store);
  const now = performance.now();
  await leases.hold(KEY, soon(), async (lease) => {
    await store.db.updateTable('lease').set({ until: 0 }).execute();
    await takeLease(store, { key: KEY, holder: 'successor' }, 5_000);
    vi.spyOn(performance, 'now').mockReturnValue(now + 2_000);
    await lease.secure();
    vi.restoreAllMocks();
    expect(lease.isSafe()).toBe(false);
  });
  // What it releases is not its successor's.
  expect(await leases.tryTake(KEY)).toBeUndefined();
});

test('a task that fails lets go', async () => {
  const leases = new Leases(store);
  const gate = new EventEmitter();
  const begun = once(gate, 'begun');
  const failing = leases.hold(KEY, soon(), async () => {
    gate.emit('begun');
    await once(gate, 'end');
    throw new Error('no');
  });
  const next = leases.hold(KEY, soon(), async () => 'done');
  await begun;
  gate.emit('end');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
