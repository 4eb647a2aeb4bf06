import { afterEach, expect, test, vi } from 'vitest';
import { Background, nextTurn } from './take-turns.ts';

afterEach(() => void vi.useRealTimers());

test('others have their turn between steps, and the result comes at the end', async () => {
  const order: string[] = [];
  function* work(): Generator<void, string> {
    for (let step = 0; step < 3; step += 1) {
      const until = performance.now() + 10;
      while (performance.now() < until) continue;
      order.push(`step ${step}`);
      yield;
    }
    return 'done';
  }
  const result = new Background().run(work());
  const other = nextTurn().then(() => order.push('other'));
  await Promise.all([result, other]);
  expect(await result).toBe('done');
  expect(order.indexOf('other')).toBeLessThan(order.indexOf('step 2'));
});

test('what no user waits for goes on once no question has come for a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const background = new Background();
  background.standAside();
  let isDone = false;
  const turn = background.turn().then(() => (isDone = true));
  await vi.waitUntil(() => vi.getTimerCount() === 1, { interval: 0 });
  await vi.advanceTimersByTimeAsync(150);
  background.standAside();
  await vi.advanceTimersByTimeAsync(150);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  await turn;
  expect(isDone).toBe(true);
});
