import { queryOptions } from '@tanstack/react-query';
import { staffDesk } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';

export const staffQueries = {
  /** Where one is signed in. */
  ownSessions: () =>
    queryOptions({
      queryKey: ['staff', 'own-sessions'],
      queryFn: (context) => call(staffDesk.listOwnSessions, {}, context),
    }),
  secondFactorRoles: () =>
    queryOptions({
      queryKey: ['staff', 'second-factor-roles'],
      queryFn: (context) => call(staffDesk.getSecondFactorRoles, {}, context),
    }),
  /** Members of staff, and invitations that are open. */
  list: () =>
    queryOptions({ queryKey: ['staff', 'list'], queryFn: (context) => call(staffDesk.listStaff, {}, context) }),
};
