import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_FILTER, readTabSearch, withChange } from './tab-search.ts';

test('reads what the address says, however the router decoded it', () => {
  expect(readTabSearch({ show: 'past', q: 2026, kind: 'qst_1', page: '3' })).toEqual({
    show: 'past',
    q: '2026',
    kind: 'qst_1',
    page: 3,
  });
});

test.each([
  [{ show: ['past'], q: { a: 1 }, kind: null, page: -1 }],
  [{ show: '', q: '   ', kind: true, page: 'x' }],
  [{}],
])('falls back from %j to everything', (raw) => {
  expect(readTabSearch(raw)).toEqual(NO_FILTER);
});

test('whatever stands there, reading it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.record({ show: fc.anything(), q: fc.anything(), kind: fc.anything(), page: fc.anything() }),
      (raw) => {
        const once = readTabSearch(raw);
        expect(readTabSearch({ ...once })).toEqual(once);
      },
    ),
  );
});

test('a change of the filter begins at the first page, a change of the page keeps the filter', () => {
  const search = readTabSearch({ show: 'past', q: 'yoga', page: 4 });
  expect(withChange(search, { show: 'unpaid' })).toMatchObject({ show: 'unpaid', q: 'yoga', page: undefined });
  expect(withChange(search, { page: 2 })).toMatchObject({ show: 'past', page: 2 });
});
