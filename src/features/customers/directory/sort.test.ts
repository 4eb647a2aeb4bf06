import { expect, test } from 'vitest';
import { rank, sortPlaces } from './sort.ts';

test('ranks words as a British reader would, and nothing as last', () => {
  expect([...rank(['Zoë', '', 'Émile', 'Eric', 'zoe'])]).toEqual([3, 0xffff_ffff, 0, 1, 2]);
});

test('equal rows keep their order in both directions', () => {
  const ranks = [Uint32Array.of(1, 0, 1, 0xffff_ffff, 0)];
  expect([...sortPlaces(5, ranks, 'asc')]).toEqual([1, 4, 0, 2, 3]);
  expect([...sortPlaces(5, ranks, 'desc')]).toEqual([0, 2, 1, 4, 3]);
});

test('ties follow the later columns, which do not turn', () => {
  const ranks = [Uint32Array.of(0, 0, 1), Uint32Array.of(2, 1, 0)];
  expect([...sortPlaces(3, ranks, 'desc')]).toEqual([2, 1, 0]);
});
