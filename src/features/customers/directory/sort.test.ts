import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { rank, sortPlaces, turnPlaces } from './sort.ts';

const NOTHING = 0xffff_ffff;

test('ranks words as a British reader would, and nothing as last', () => {
  expect([...rank(['Zoë', '', 'Émile', 'Eric', 'zoe'])]).toEqual([3, NOTHING, 0, 1, 2]);
});

test('equal rows keep their order in both directions, and what is empty stays last', () => {
  const ranks = [Uint32Array.of(1, 0, 1, NOTHING, 0)];
  const ascending = sortPlaces(5, ranks);
  expect([...ascending]).toEqual([1, 4, 0, 2, 3]);
  expect([...turnPlaces(ascending, ranks)]).toEqual([0, 2, 1, 4, 3]);
});

test('ties follow the later columns, which do not turn', () => {
  const ranks = [Uint32Array.of(0, 0, 1), Uint32Array.of(2, 1, 0)];
  expect([...turnPlaces(sortPlaces(3, ranks), ranks.slice(0, 1))]).toEqual([2, 1, 0]);
});

/** Compares each with each, as a reader would. */
function sortDescending(rows: readonly (readonly number[])[], turned: number): number[] {
  return [...rows.keys()].toSorted((a, b) => {
    for (let column = 0; column < 3; column++) {
      const [left = NOTHING, right = NOTHING] = [rows[a]?.[column], rows[b]?.[column]];
      if (left === right) continue;
      if (left === NOTHING || right === NOTHING) return left === NOTHING ? 1 : -1;
      return column < turned ? right - left : left - right;
    }
    return a - b;
  });
}

test('a turned order is the one that comparing would have made', () => {
  const value = constantFrom(0, 1, 2, NOTHING);
  assert(
    property(array(tuple(value, value, value), { maxLength: 40 }), integer({ min: 1, max: 2 }), (rows, turned) => {
      const ranks = [0, 1, 2].map((column) => Uint32Array.from(rows, (row) => row[column] ?? NOTHING));
      const places = turnPlaces(sortPlaces(rows.length, ranks), ranks.slice(0, turned));
      expect([...places]).toEqual(sortDescending(rows, turned));
    }),
  );
});
