import { useState } from 'react';
import { recycleSlots } from './recycle-slots.ts';

/** Keys for the rows on screen, under which React uses elements again that rows before them have left. */
export function useRowSlots(indexes: readonly number[]): ReadonlyMap<number, number> {
  const [slots, setSlots] = useState<ReadonlyMap<number, number>>(() => recycleSlots(new Map(), indexes));
  if (slots.size === indexes.length && indexes.every((index) => slots.has(index))) return slots;
  const next = recycleSlots(slots, indexes);
  setSlots(next);
  return next;
}
