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

test.each([{}, { q: { a: 1 }, status: 'gone', sort: 3, direction: null, other: 'x' }, { q: [], status: ['all'] }])(
  'a mangled address shows the usual list',
  (search) => {
    // The router lays the answer over the raw values: a key that is not there would let them through.
    expect({ ...search, ...readCustomersSearch(search) }).toMatchObject({
      q: undefined,
      status: undefined,
      sort: undefined,
      direction: undefined,
    });
  },
);

test('the usual list has a bare address', () => {
  expect(toCustomersSearch(toDirectoryQuery({}))).toEqual({});
  expect(toDirectoryQuery({ q: 'jane' })).toEqual({ q: 'jane', status: 'active', sort: 'name', direction: 'asc' });
});
