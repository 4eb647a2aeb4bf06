import { useState } from 'react';

/**
 * Which element draws which row: rows that stay keep theirs, new ones take over those of rows that have gone, so that a
 * fling changes texts instead of making and removing elements. Answers the slot for each index, in the order given.
 */
export function recycleSlots(before: ReadonlyMap<number, number>, indexes: readonly number[]): Map<number, number> {
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  for (const index of indexes) {
    const slot = before.get(index);
    if (slot !== undefined) taken.add(slot);
  }
  let next = 0;
  for (const index of indexes) {
    let slot = before.get(index);
    if (slot === undefined) {
      while (taken.has(next)) next += 1;
      slot = next;
      taken.add(slot);
    }
    slots.set(index, slot);
  }
  return slots;
}

/** Keys for the rows on screen, under which React uses elements again that rows before them have left. */
export function useRowSlots(indexes: readonly number[]): ReadonlyMap<number, number> {
  const [slots, setSlots] = useState<ReadonlyMap<number, number>>(() => recycleSlots(new Map(), indexes));
  if (slots.size === indexes.length && indexes.every((index) => slots.has(index))) return slots;
  const next = recycleSlots(slots, indexes);
  setSlots(next);
  return next;
}
