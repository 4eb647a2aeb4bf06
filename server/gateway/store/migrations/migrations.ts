import type { Migration } from 'kysely';
import { accounts } from './001-accounts.ts';

/** In order of their names. One that has been released is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
};
