import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowSlot, recycleSlots, settleSlots } from './recycle-slots.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const indexesOf = (slots: readonly RowSlot[]) => slots.map(({ index }) => index);
const slotOf = (slots: readonly RowSlot[], index: number) => slots.find((each) => each.index === index)?.slot;

const distinct = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 });
const scrolled = fc.array(distinct, { minLength: 1, maxLength: 6 }).map((windows) => {
  let slots: RowSlot[] = [];
  for (const window of windows) slots = recycleSlots(slots, window);
  return { slots, shown: windows.at(-1) ?? [] };
});

describe('recycleSlots', () => {
  it('keeps the elements of rows that stay, and uses those of rows that go', () => {
    const before = recycleSlots([], range(0, 5));
    const after = recycleSlots(before, range(2, 7));
    expect(indexesOf(after)).toEqual([5, 6, 2, 3, 4]);
    expect(after.map(({ slot }) => slot)).toEqual([0, 1, 2, 3, 4]);
  });

  it('moves no element, and makes some only where there are more rows than before', () => {
    fc.assert(
      fc.property(scrolled, distinct, ({ slots }, next) => {
        const after = recycleSlots(slots, next);
        expect(new Set(indexesOf(after))).toEqual(new Set(next));
        expect(new Set(after.map(({ slot }) => slot)).size).toBe(next.length);
        const known = new Set(slots.map(({ slot }) => slot));
        const reused = after.filter(({ slot }) => known.has(slot)).map(({ slot }) => slot);
        expect(reused).toHaveLength(Math.min(slots.length, next.length));
        expect(slots.map(({ slot }) => slot).filter((slot) => reused.includes(slot))).toEqual(reused);
      }),
    );
  });
});

describe('settleSlots', () => {
  it('puts the rows in order and leaves alone the element of the row that has the focus', () => {
    fc.assert(
      fc.property(scrolled, fc.nat({ max: 60 }), ({ slots, shown }, kept) => {
        const after = settleSlots(slots, kept);
        expect(indexesOf(after)).toEqual(shown.toSorted((a, b) => a - b));
        expect(slotOf(after, kept)).toBe(slotOf(slots, kept));
        expect(new Set(after.map(({ slot }) => slot)).size).toBe(after.length);
        // Elements that stay are not moved either.
        const staying = slots.filter((each) => slotOf(after, each.index) === each.slot);
        expect(indexesOf(staying)).toEqual(indexesOf(staying).toSorted((a, b) => a - b));
      }),
    );
  });

  it('makes only the row anew that came from the other end', () => {
    const before = recycleSlots(recycleSlots([], range(1, 6)), range(0, 5));
    const after = settleSlots(before, 3);
    expect(range(1, 5).map((index) => slotOf(after, index))).toEqual(range(1, 5).map((index) => slotOf(before, index)));
  });
});
