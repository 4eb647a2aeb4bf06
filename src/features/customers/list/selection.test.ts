import { expect, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { Selection } from './selection.ts';

const [A, B, C] = ['cust_a', 'cust_b', 'cust_c'].map((id) => CustomerId.parse(id)) as [
  CustomerId,
  CustomerId,
  CustomerId,
];

test('keeps the order of ticking, counts no customer twice, and tells of each change', () => {
  const selection = new Selection();
  const heard = vi.fn<() => void>();
  const stop = selection.subscribe(heard);
  selection.set([C, A], true);
  selection.set([A, B], true);
  expect([...selection.ids()]).toEqual([C, A, B]);
  selection.set([A], false);
  expect([...selection.ids()]).toEqual([C, B]);
  selection.clear();
  expect(selection.ids().size).toBe(0);
  expect(heard).toHaveBeenCalledTimes(4);
  stop();
  selection.set([A], true);
  expect(heard).toHaveBeenCalledTimes(4);
});

test('what was read before a change stays as it was', () => {
  const selection = new Selection();
  const before = selection.ids();
  selection.set([A], true);
  expect(before.size).toBe(0);
  expect(selection.ids()).not.toBe(before);
});
