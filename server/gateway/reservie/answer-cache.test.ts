import { expect, test } from 'vitest';
import { AnswerCache } from './answer-cache.ts';

const answer = (text: string) => ({ json: text, asOf: 1 });

test('drops the least recently used entry first', () => {
  const cache = new AnswerCache({ entries: 2, bytes: 1_000 });
  cache.set('a', answer('1'));
  cache.set('b', answer('2'));
  cache.get('a');
  cache.set('c', answer('3'));
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.json)).toEqual(['1', undefined, '3']);
});

test('keeps no more bytes than it may, and counts them right', () => {
  const cache = new AnswerCache({ entries: 100, bytes: 50 });
  cache.set('a', answer('x'.repeat(20)));
  cache.set('b', answer('x'.repeat(20)));
  expect(cache.size).toEqual({ entries: 2, bytes: 46 });
  cache.set('c', answer('x'.repeat(20)));
  expect(cache.size).toEqual({ entries: 2, bytes: 46 });
  cache.set('c', answer(''));
  expect(cache.size).toEqual({ entries: 2, bytes: 26 });
  // What is larger than all is not kept, and drives nothing out but what it replaces.
  cache.set('d', answer('x'.repeat(100)));
  expect(cache.size).toEqual({ entries: 2, bytes: 26 });
  cache.set('b', answer('x'.repeat(100)));
  expect(cache.size).toEqual({ entries: 1, bytes: 3 });
});

test('drops all of one beginning', () => {
  const cache = new AnswerCache({ entries: 100, bytes: 1_000 });
  for (const key of ['p cust_1 x', 'p cust_1 y', 'p cust_10 x']) cache.set(key, answer(''));
  cache.deleteAll('p cust_1 ');
  expect(cache.get('p cust_10 x')).toBeDefined();
  expect(cache.size.entries).toBe(1);
});
