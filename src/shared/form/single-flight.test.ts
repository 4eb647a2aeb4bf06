import { expect, test, vi } from 'vitest';
import { singleFlight } from './single-flight.ts';

test('a double click does it once, and a later click does it again', async () => {
  const once = singleFlight();
  const ends: (() => void)[] = [];
  const save = vi.fn<() => Promise<void>>(() => new Promise((resolve) => ends.push(resolve)));
  once(save);
  once(save);
  expect(save).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await expect
    .poll(() => {
      once(save);
      return save;
    })
    .toHaveBeenCalledTimes(2);
});

test('what has failed can be done again', async () => {
  const once = singleFlight();
  const save = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('no network')));
  once(save);
  await expect
    .poll(() => {
      once(save);
      return save;
    })
    .toHaveBeenCalledTimes(2);
});
