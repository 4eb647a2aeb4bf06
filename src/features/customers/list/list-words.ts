import type { SortDirection, SortKey } from '../directory/sort.ts';
import type { MatchReason } from '../matching/attempt.ts';

/** Why a customer was found, where it is not plain to see. */
export const REASON_WORDS: Record<MatchReason, string | undefined> = {
  name: undefined,
  email: 'matched on e-mail',
  mobile: 'matched on mobile',
  id: 'matched on id',
  nickname: 'other form of the name',
  sound: 'sounds alike',
  spelling: 'similar spelling',
};

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
export function describeSorting(sort: SortKey, direction: SortDirection): string {
  const words = SORT_WORDS[sort].toLowerCase();
  return direction === 'asc' || sort === 'match' ? words : `${words}, descending`;
}

/** Stands wherever addresses leave. */
export const CONSENT_WORDS =
  'Reservie does not tell who has agreed to marketing: check consent before you write to customers.';
