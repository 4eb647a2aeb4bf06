import { expect, test } from 'vitest';
import { noteTotal } from './total-drift.ts';

const first = noteTotal(undefined, 'jane, all time', 1, 42);

test('nothing to say while the total stays', () => {
  expect(noteTotal(first, 'jane, all time', 2, 42).hasDrifted).toBe(false);
});

test('a total that differs on the next page means that rows moved, and stays said', () => {
  const second = noteTotal(first, 'jane, all time', 2, 43);
  expect(second.hasDrifted).toBe(true);
  expect(noteTotal(second, 'jane, all time', 3, 43).hasDrifted).toBe(true);
});

test('the first page, another filter or another customer begin afresh', () => {
  const second = noteTotal(first, 'jane, all time', 2, 43);
  expect(noteTotal(second, 'jane, all time', 1, 43).hasDrifted).toBe(false);
  expect(noteTotal(second, 'jane, upcoming', 2, 5).hasDrifted).toBe(false);
  expect(noteTotal(second, 'john, all time', 2, 7).hasDrifted).toBe(false);
});

test('a refresh in place is no drift', () => {
  const second = noteTotal(first, 'jane, all time', 2, 42);
  expect(noteTotal(second, 'jane, all time', 2, 43).hasDrifted).toBe(false);
});
