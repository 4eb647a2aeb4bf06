import { expect, test } from 'vitest';
import { readCustomersSearch, toCustomersSearch, toDirectoryQuery } from './search.ts';

test('reads a number and a word alike', () => {
  expect(readCustomersSearch({ q: 171234 })).toEqual({ q: '171234' });
  expect(readCustomersSearch({ q: 'jane', status: 'all', sort: 'email', direction: 'desc' })).toEqual({
    q: 'jane',
    status: 'all',
    sort: 'email',
    direction: 'desc',
  });
});

test('reads filters, be they numbers, words or flags', () => {
  expect(readCustomersSearch({ mobile: 'none', new: 30, changed: true, duplicate: 'true' })).toEqual({
    mobile: 'none',
    new: 30,
    changed: true,
    duplicate: true,
  });
  expect(readCustomersSearch({ new: '7' })).toEqual({ new: 7 });
});

test.each([
  {},
  { q: { a: 1 }, status: 'gone', sort: 3, direction: null, other: 'x' },
  { q: [], status: ['all'] },
  { mobile: 'maybe', email: true, duplicate: 'yes', new: 31, changed: { a: 1 } },
  { new: [7], mobile: ['none'], duplicate: false, changed: 1 },
  { new: null, duplicate: 'false' },
  { view: 'no such; view' },
  { view: 12 },
  { view: { a: 1 } },
])('a mangled address shows the usual list', (search) => {
  // The router lays the answer over the raw values: a key that is not there would let them through.
  const { other: _, ...read } = { other: undefined, ...search, ...readCustomersSearch(search) };
  expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
});

test('the usual list has a bare address', () => {
  expect(toCustomersSearch(toDirectoryQuery({}))).toEqual({});
  expect(toDirectoryQuery({})).toMatchObject({ q: '', status: 'active', sort: 'name', direction: 'asc', filters: {} });
});

test('what is searched for stands in order of how well it fits, unless another order was chosen', () => {
  expect(toDirectoryQuery({ q: 'jane' }).sort).toBe('match');
  expect(toDirectoryQuery({ q: ' ' }).sort).toBe('name');
  expect(toDirectoryQuery({ q: 'jane', sort: 'name' }).sort).toBe('name');
  expect(toCustomersSearch(toDirectoryQuery({ q: 'jane', sort: 'name' }))).toEqual({ q: 'jane', sort: 'name' });
  expect(toCustomersSearch(toDirectoryQuery({ q: 'jane', sort: 'match' }))).toEqual({ q: 'jane' });
});
