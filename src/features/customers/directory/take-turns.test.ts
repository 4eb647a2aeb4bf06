import { afterEach, expect, test, vi } from 'vitest';
import { Background, SCROLLING_MS, TYPING_MS, nextTurn } from './take-turns.ts';

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

test.each([
  { asked: 'typed', ms: TYPING_MS },
  { asked: 'scrolled', ms: SCROLLING_MS },
])('what no user waits for goes on once no question has come for a while: $asked', async ({ ms }) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const background = new Background();
  background.standAside(ms);
  let isDone = false;
  const turn = background.turn().then(() => (isDone = true));
  await vi.waitUntil(() => vi.getTimerCount() === 1, { interval: 0 });
  await vi.advanceTimersByTimeAsync(ms - 50);
  background.standAside(ms);
  await vi.advanceTimersByTimeAsync(ms - 50);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  await turn;
  expect(isDone).toBe(true);
});

test('a key between two movements does not shorten how long it stands aside', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const background = new Background();
  background.standAside(SCROLLING_MS);
  background.standAside(TYPING_MS);
  let isDone = false;
  const turn = background.turn().then(() => (isDone = true));
  await vi.waitUntil(() => vi.getTimerCount() === 1, { interval: 0 });
  await vi.advanceTimersByTimeAsync(SCROLLING_MS - 1);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await turn;
  expect(isDone).toBe(true);
});
