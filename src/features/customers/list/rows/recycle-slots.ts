import { useState } from 'react';

/** An element, by its key, and the row that it draws. */
export interface RowSlot {
  slot: number;
  index: number;
}

/**
 * Which element draws which row: rows that stay keep theirs, new ones take over those of rows that have gone, so that a
 * fling changes texts instead of making and removing elements. The elements stay where they are in the document: to move
 * one costs as much as to make it.
 */
export function recycleSlots(before: readonly RowSlot[], indexes: readonly number[]): RowSlot[] {
  const wanted = new Set(indexes);
  for (const { index } of before) wanted.delete(index);
  const isStaying = new Set(indexes);
  const coming = wanted.values();
  const after: RowSlot[] = [];
  for (const each of before) {
    if (isStaying.has(each.index)) {
      after.push(each);
      continue;
    }
    const next = coming.next();
    if (!next.done) after.push({ slot: each.slot, index: next.value });
  }
  return addSlots(after, [...coming]);
}

/**
 * The same rows in the order in which they stand on the screen, for those who read the document. Elements out of order
 * are made anew in their place, and never the one of `kept`, which may have the focus.
 */
export function settleSlots(slots: readonly RowSlot[], kept: number): RowSlot[] {
  const at = slots.findIndex(({ index }) => index === kept);
  const fitting = slots.filter(({ index }, place) => at < 0 || place === at || place < at === index < kept);
  const staying = new Set(longestRise(fitting));
  const leaving = slots.filter((each) => !staying.has(each)).map(({ index }) => index);
  return addSlots([...staying], leaving, slots).toSorted((a, b) => a.index - b.index);
}

/** With slots that none of `slots` or `others` has. */
function addSlots(slots: RowSlot[], indexes: readonly number[], others: readonly RowSlot[] = slots): RowSlot[] {
  let next = Math.max(-1, ...others.map(({ slot }) => slot));
  return [...slots, ...indexes.map((index) => ({ slot: (next += 1), index }))];
}

/** A longest part of them in which each index is higher than the one before. */
function longestRise(slots: readonly RowSlot[]): RowSlot[] {
  const best: { length: number; before: number }[] = [];
  let end = -1;
  for (const [at, { index }] of slots.entries()) {
    let link = { length: 1, before: -1 };
    for (const [earlier, { length }] of best.entries()) {
      if (length >= link.length && (slots[earlier]?.index ?? index) < index)
        link = { length: length + 1, before: earlier };
    }
    best.push(link);
    if (link.length > (best[end]?.length ?? 0)) end = at;
  }
  const rise: RowSlot[] = [];
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) {
    const slot = slots[at];
    if (slot) rise.unshift(slot);
  }
  return rise;
}

/**
 * The elements for the rows on screen, in the order of the document: while the page scrolls they are used again for other
 * rows, and once it rests they stand in the order of the rows.
 */
export function useRowSlots(indexes: readonly number[], isMoving: boolean, kept: number): readonly RowSlot[] {
  const [slots, setSlots] = useState<readonly RowSlot[]>(() => recycleSlots([], indexes));
  const wanted = new Set(indexes);
  const isSame = slots.length === indexes.length && slots.every(({ index }) => wanted.has(index));
  const isInOrder = isMoving || slots.every(({ index }, at) => index > (slots[at - 1]?.index ?? -1));
  if (isSame && isInOrder) return slots;
  const recycled = isSame ? slots : recycleSlots(slots, indexes);
  const next = isMoving ? recycled : settleSlots(recycled, kept);
  setSlots(next);
  return next;
}
