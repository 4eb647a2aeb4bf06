import type { SortDirection, SortKey } from '../directory/sort.ts';

/** What the list is sorted by, as it is said. */
export const SORT_WORDS: Record<SortKey, string> = {
  match: 'Best match',
  name: 'Last name',
  firstname: 'First name',
  email: 'E-mail',
  mobile: 'Mobile',
  status: 'Status',
};

/** "last name", "e-mail, Z to A". */
export function wordSorting(sort: SortKey, direction: SortDirection): string {
  const words = SORT_WORDS[sort].toLowerCase();
  return direction === 'asc' || sort === 'match' ? words : `${words}, descending`;
}
