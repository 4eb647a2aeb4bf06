import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recycleSlots } from './recycle-slots.ts';

test('rows that stay keep their elements, new rows take over those that are free', () => {
  const first = recycleSlots(new Map(), [0, 1, 2, 3]);
  expect([...first]).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect([...recycleSlots(first, [2, 3, 4, 5])]).toEqual([
    [2, 2],
    [3, 3],
    [4, 0],
    [5, 1],
  ]);
});

test('no two rows share an element, and there are never more elements than rows at once', () => {
  const windows = fc.array(fc.uniqueArray(fc.nat(200), { maxLength: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(windows, (all) => {
      let slots = new Map<number, number>();
      let most = 0;
      for (const indexes of all) {
        const before = slots;
        slots = recycleSlots(before, indexes);
        most = Math.max(most, indexes.length);
        expect([...slots.keys()]).toEqual(indexes);
        expect(new Set(slots.values()).size).toBe(indexes.length);
        expect(Math.max(-1, ...slots.values())).toBeLessThan(most);
        const stayed = indexes.filter((index) => before.has(index));
        expect(stayed.map((index) => slots.get(index))).toEqual(stayed.map((index) => before.get(index)));
      }
    }),
  );
});
