import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowHeights } from './row-heights.ts';

const height = fc.integer({ min: 1, max: 200 });
const rows = fc.record({
  count: fc.integer({ min: 1, max: 70 }),
  usual: height,
  measured: fc.array(fc.tuple(fc.nat(80), height), { maxLength: 30 }),
});

function heightsOf({ count, usual, measured }: { count: number; usual: number; measured: [number, number][] }) {
  const plain = Array.from({ length: count }, () => usual);
  const heights = new RowHeights(count, usual);
  for (const [index, measure] of measured) {
    const before = plain[index];
    expect(heights.measure(index, measure)).toBe(before === undefined ? 0 : measure - before);
    if (before !== undefined) plain[index] = measure;
  }
  return { heights, plain };
}

test('rows begin where those before them end, whatever was measured in which order', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { heights, plain } = heightsOf(given);
      let start = 0;
      for (const [index, each] of plain.entries()) {
        expect(heights.startOf(index)).toBe(start);
        expect(heights.heightOf(index)).toBe(each);
        expect(heights.indexAt(start)).toBe(index);
        expect(heights.indexAt(start + each - 0.5)).toBe(index);
        start += each;
      }
      expect(heights.total).toBe(start);
    }),
  );
});

test('before the first row and behind the last there is none', () => {
  const { heights } = heightsOf({ count: 5, usual: 40, measured: [[2, 90]] });
  expect([heights.indexAt(-300), heights.indexAt(1e9)]).toEqual([0, 4]);
  expect([new RowHeights(0, 40).indexAt(0), new RowHeights(0, 40).total]).toEqual([0, 0]);
});

test('what was measured is kept when there are more or fewer rows', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 90 }), (given, count) => {
      const { heights, plain } = heightsOf(given);
      const other = heights.withCount(count);
      for (let index = 0; index < count; index += 1) {
        expect(other.heightOf(index)).toBe(plain[index] ?? given.usual);
      }
    }),
  );
});
