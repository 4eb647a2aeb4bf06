import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

function series(name: string): number[] {
  const { next } = createRandom(name);
  return Array.from({ length: 200 }, next);
}

test('the same name gives the same numbers, another name others', () => {
  expect(series('people')).toEqual(series('people'));
  expect(series('people')).not.toEqual(series('waiting'));
});

test.each([
  ['of one stream', series('people')],
  // As the sandbox draws its delays.
  ['of the first of many streams', Array.from({ length: 200 }, (_, nth) => createRandom(`jitter 7 ${nth}`).next())],
])('numbers %s lie between 0 and 1, and spread', (_, numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  expect(sorted[0]).toBeGreaterThanOrEqual(0);
  expect(sorted[0]).toBeLessThan(0.1);
  expect(sorted[100]).toBeGreaterThan(0.4);
  expect(sorted[100]).toBeLessThan(0.6);
  expect(sorted[199]).toBeGreaterThan(0.9);
  expect(sorted[199]).toBeLessThan(1);
});
