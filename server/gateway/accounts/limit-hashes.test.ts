import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { limitHashes, oneATurn } from './limit-hashes.ts';

test('two hashes at a time, a short queue, then “try again in a moment”', async () => {
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const { verify } = limitHashes({
    hash: (password) => Promise.resolve(password),
    verify: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      return true;
    },
  });
  const outcomes = Array.from({ length: 60 }, () =>
    verify({ hash: '', password: '' }).then(
      () => 'checked',
      (error: unknown) => error,
    ),
  );
  const told = await Promise.all(outcomes.slice(22));
  expect(told).toHaveLength(38);
  for (const problem of told) {
    expect(problem).toMatchObject({ code: 'too_many_attempts', details: { retryAfterMs: 2_000 } });
  }
  for (let turn = 0; turn < 22; turn += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(0);
    ends.shift()?.();
  }
  expect(await Promise.all(outcomes.slice(0, 22))).toEqual(Array.from({ length: 22 }, () => 'checked'));
  expect(most).toBe(2);
});

test('a hash that fails gives its place back', async () => {
  const { hash } = limitHashes({ hash: () => Promise.reject(new Error('no')), verify: () => Promise.resolve(true) });
  for (let turn = 0; turn < 5; turn += 1) await expect(hash('x')).rejects.toThrow('no');
});

test('a crowd goes on in its order, at most one in each turn of the event loop', async () => {
  const myTurn = oneATurn();
  const gone: number[] = [];
  const crowd = [1, 2, 3, 4].map(async (caller) => {
    await myTurn();
    gone.push(caller);
  });
  for (let turn = 1; gone.length < crowd.length; turn += 1) {
    await setImmediate();
    expect(gone.length).toBeLessThanOrEqual(turn);
  }
  expect(gone).toEqual([1, 2, 3, 4]);
});
