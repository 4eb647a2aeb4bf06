import { expect, test } from 'vitest';
import type { CustomersSearch } from '../search.ts';
import { READY_VIEWS, fromViewSearch, isModified, toViewSearch } from './view-rules.ts';

test.each<[CustomersSearch, string]>([
  [{}, ''],
  [{ q: 'anne & bob', status: 'all' }, 'q=anne%20%26%20bob&status=all'],
  [{ q: '171234' }, 'q=171234'],
  [{ new: 30, duplicate: true, mobile: 'none', view: 'abc' }, 'duplicate=true&mobile=none&new=30'],
  [{ q: 'x', sort: 'match' }, 'q=x'],
])('%j is kept as %j, and read back', (search, text) => {
  expect(toViewSearch(search)).toBe(text);
  const { view: _, ...rest } = search;
  expect(toViewSearch(fromViewSearch(text))).toBe(text);
  expect(fromViewSearch(text)).toMatchObject(rest.sort === 'match' ? { q: 'x' } : rest);
});

test.each(['%%%', 'status=gone&new=12', '=&&=', 'q[]=1'])('what cannot be understood of %j is left out', (text) => {
  expect(toViewSearch(fromViewSearch(text))).toBe('');
});

test('a list is modified when it shows something else, in whatever order that was written', () => {
  expect(isModified({ mobile: 'none', status: 'all', view: 'abc' }, 'status=all&mobile=none')).toBe(false);
  expect(isModified({ mobile: 'none' }, 'status=all&mobile=none')).toBe(true);
  expect(isModified({ q: 'smith' }, '')).toBe(true);
});

test('the views that are there from the start show what they say', () => {
  for (const { search } of READY_VIEWS) expect(toViewSearch(fromViewSearch(search))).toBe(search);
});
