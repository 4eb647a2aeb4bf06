import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnswerCache } from './answer-cache.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // The cache takes the moment 0 for none.
  vi.advanceTimersByTime(1);
});
afterEach(() => vi.useRealTimers());

const HOUR = 3_600_000;
const answer = (text: string) => ({ json: text, asOf: 1 });

test('drops the least recently used entry first', () => {
  const cache = new AnswerCache({ entries: 2, bytes: 1_000 });
  cache.set('a', answer('1'), HOUR);
  cache.set('b', answer('2'), HOUR);
  cache.get('a');
  cache.set('c', answer('3'), HOUR);
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.json)).toEqual(['1', undefined, '3']);
});

test('keeps no more bytes than it may, and counts them right', () => {
  const cache = new AnswerCache({ entries: 100, bytes: 50 });
  cache.set('a', answer('x'.repeat(20)), HOUR);
  cache.set('b', answer('x'.repeat(20)), HOUR);
  expect(cache.size).toEqual({ entries: 2, bytes: 46 });
  cache.set('c', answer('x'.repeat(20)), HOUR);
  expect(cache.size).toEqual({ entries: 2, bytes: 46 });
  cache.set('c', answer(''), HOUR);
  expect(cache.size).toEqual({ entries: 2, bytes: 26 });
  // What is larger than all is not kept, and drives nothing out but what it replaces.
  cache.set('d', answer('x'.repeat(100)), HOUR);
  expect(cache.size).toEqual({ entries: 2, bytes: 26 });
  cache.set('b', answer('x'.repeat(100)), HOUR);
  expect(cache.size).toEqual({ entries: 1, bytes: 3 });
});

test('drops all of one beginning', () => {
  const cache = new AnswerCache({ entries: 100, bytes: 1_000 });
  for (const key of ['p cust_1 x', 'p cust_1 y', 'p cust_10 x']) cache.set(key, answer(''), HOUR);
  cache.deleteAll('p cust_1 ');
  expect(cache.get('p cust_10 x')).toBeDefined();
  expect(cache.size.entries).toBe(1);
});

test('an answer leaves when its time is over, asked for or not, and a newer one gets a time of its own', () => {
  const cache = new AnswerCache({ entries: 100, bytes: 1_000 });
  cache.set('short', answer('1'), HOUR / 2);
  cache.set('long', answer('2'), HOUR);
  cache.set('renewed', answer('3'), HOUR / 2);
  vi.advanceTimersByTime(HOUR / 4);
  cache.get('short');
  cache.set('renewed', answer('4'), HOUR / 2);
  vi.advanceTimersByTime(HOUR / 4 - 1);
  expect(cache.size.entries).toBe(3);
  vi.advanceTimersByTime(10);
  expect(cache.size).toEqual({ entries: 2, bytes: 17 });
  vi.advanceTimersByTime(HOUR / 4);
  expect([cache.size.entries, cache.get('long')?.json]).toEqual([1, '2']);
  vi.advanceTimersByTime(HOUR / 4);
  expect([cache.size.entries, vi.getTimerCount()]).toEqual([0, 0]);
});

test('nothing waits for what was driven out, dropped or emptied', () => {
  const cache = new AnswerCache({ entries: 2, bytes: 1_000 });
  for (const key of ['a', 'b', 'c']) cache.set(key, answer(''), HOUR);
  expect(vi.getTimerCount()).toBe(2);
  cache.delete('b');
  expect(vi.getTimerCount()).toBe(1);
  cache.clear();
  expect([cache.size.entries, vi.getTimerCount()]).toEqual([0, 0]);
});
