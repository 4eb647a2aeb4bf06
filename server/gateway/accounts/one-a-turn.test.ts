import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneATurn } from './one-a-turn.ts';

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
