import { expect, test } from 'vitest';
import { nextTurn, takeTurns } from './take-turns.ts';

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
  const result = takeTurns(work());
  const other = nextTurn().then(() => order.push('other'));
  await Promise.all([result, other]);
  expect(await result).toBe('done');
  expect(order.indexOf('other')).toBeLessThan(order.indexOf('step 2'));
});
