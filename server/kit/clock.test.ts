import { expect, test } from 'vitest';
import { steadyClock } from './clock.ts';

test('the steady clock counts whole milliseconds, as a wait that a client is told does', () => {
  const readings = Array.from({ length: 200 }, () => steadyClock());
  expect(readings.filter((reading) => !Number.isInteger(reading))).toEqual([]);
});
