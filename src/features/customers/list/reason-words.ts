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
