import type { DuplicateReason } from '../matching/duplicate-evidence.ts';

/** Why customers are taken for one person. */
export const REASON_WORDS: Record<DuplicateReason, string> = {
  email: 'Same e-mail address',
  similarEmail: 'Similar e-mail addresses',
  mobile: 'Same mobile',
  similarMobile: 'Similar mobiles',
  name: 'Same name',
  swapped: 'Names swapped',
  similar: 'Similar names',
  archived: 'One is archived',
};

/** What reading a customer’s records asks of Reservie: purchases, passes, subscriptions, appointments and notes. */
export const CALLS_FOR_ONE = 5;
