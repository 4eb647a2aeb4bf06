import { queryOptions } from '@tanstack/react-query';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';

export const staffQueries = {
  /** Where one is signed in. */
  ownSessions: () =>
    queryOptions({
      queryKey: ['staff', 'own-sessions'],
      queryFn: (context) => call(staffApi.listOwnSessions, {}, context),
    }),
  secondFactorRoles: () =>
    queryOptions({
      queryKey: ['staff', 'second-factor-roles'],
      queryFn: (context) => call(staffApi.getSecondFactorRoles, {}, context),
    }),
  /** Members of staff, and invitations that are open. */
  list: () =>
    queryOptions({ queryKey: ['staff', 'list'], queryFn: (context) => call(staffApi.listStaff, {}, context) }),
};
