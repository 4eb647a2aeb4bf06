import type { Migration } from 'kysely';
import { accounts } from './001-accounts.ts';
import { history } from './002-history.ts';
import { budget } from './003-budget.ts';
import { passwordLinks } from './004-password-links.ts';
import { studioSettings } from './005-studio-settings.ts';
import { deskBook } from './006-desk-book.ts';
import { leases } from './007-leases.ts';
import { invitedBy } from './008-invited-by.ts';
import { retention } from './009-retention.ts';
import { forgotten } from './011-forgotten.ts';
import { secondFactor } from './010-second-factor.ts';
import { madeBy } from './012-made-by.ts';

/** In order of their names. One that has been released is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
  '002-history': history,
  '003-budget': budget,
  '004-password-links': passwordLinks,
  '005-studio-settings': studioSettings,
  '006-desk-book': deskBook,
  '007-leases': leases,
  '008-invited-by': invitedBy,
  '009-retention': retention,
  '010-second-factor': secondFactor,
  '011-forgotten': forgotten,
  '012-made-by': madeBy,
};
