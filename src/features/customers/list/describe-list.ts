import { formatCount, plural } from '#shared/format/number.ts';
import { type CustomersSearch, toDirectoryQuery } from '../search.ts';
import { type FilterOption, chosenOptions } from '../directory/filters.ts';

/** What a list shows, in words: `“smith”, No mobile, archived`; nothing for the usual list. */
export function describeSearch(search: CustomersSearch): string {
  const { q, status, filters = {} } = toDirectoryQuery(search);
  const parts = [
    ...(q.trim() === '' ? [] : [`“${q.trim()}”`]),
    ...chosenOptions(filters).map(describeOption),
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

/** What an option is called, on its chip and in the menu. */
export function describeOption(option: FilterOption): string {
  if ('mobile' in option) {
    return { has: 'Has mobile', none: 'No mobile', wrong: 'Mobile looks wrong' }[option.mobile];
  }
  if ('email' in option) return { none: 'No e-mail', wrong: 'E-mail looks wrong' }[option.email];
  if ('isNew' in option) return `New in the last ${option.isNew} days`;
  return 'duplicate' in option ? 'Possible duplicate' : 'Changed since I looked';
}
