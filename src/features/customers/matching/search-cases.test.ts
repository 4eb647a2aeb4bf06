import { expect, test } from 'vitest';
import { SearchIndex, loadMatching } from '../directory/search-index.ts';
import { SEARCH_CASES, wrongCases } from './search-cases.ts';
import { searchCast } from './search-cast.ts';

await loadMatching();
const index = new SearchIndex(searchCast());

test('finds the right customer first, and says why, in at least 98 of 100 cases', () => {
  const wrong = wrongCases((q) => {
    const [row] = index.rows(index.run({ q, status: 'all', sort: 'match', direction: 'asc' }), 0, 1);
    return row && { id: row.customer.id, reason: row.reason };
  });
  expect(SEARCH_CASES.length).toBeGreaterThanOrEqual(250);
  expect(1 - wrong.length / SEARCH_CASES.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
});
