import { formatCount, plural } from '#shared/format/number.ts';
import { type CustomersSearch, toDirectoryQuery } from '../search.ts';
import { chosenOptions } from '../directory/filters.ts';
import { wordOption } from './filter-words.ts';

/** What a list shows, in words: `“smith”, No mobile, archived`; nothing for the usual list. */
export function describeSearch(search: CustomersSearch): string {
  const { q, status, filters = {} } = toDirectoryQuery(search);
  const parts = [
    ...(q.trim() === '' ? [] : [`“${q.trim()}”`]),
    ...chosenOptions(filters).map(wordOption),
    ...(status === 'active' ? [] : [status === 'all' ? 'archived included' : 'archived']),
  ];
  return parts.join(', ');
}

/** The link back to a list: `15 found for “smith”`, `118 customers: No mobile`, `Customers`. */
export function describeWayBack(search: CustomersSearch, total: number): string {
  const words = describeSearch(search);
  if (words === '') return 'Customers';
  return words.startsWith('“') ? `${formatCount(total)} found for ${words}` : `${plural(total, 'customer')}: ${words}`;
}
