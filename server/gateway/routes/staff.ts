import type { Clock } from '#kit/clock.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { staffOf } from '../accounts/authorize.ts';
import { Problem } from '../problem.ts';
import { listInvitations, withdrawInvitation } from '../store/invitations.ts';
import { changeStaff, listStaff } from '../store/staff.ts';
import type { StaffRoutes } from './session.ts';

type Names = 'listStaff' | 'inviteStaff' | 'withdrawInvitation' | 'changeStaff';

/** The members of staff, for managers. */
export function staffRoutes({ store, newcomers, publicUrl }: Accounts, clock: Clock): StaffRoutes<Names> {
  return {
    listStaff: async () => ({
      data: await listStaff(store),
      invitations: await listInvitations(store, clock()),
    }),
    inviteStaff: async ({ body: { email, role } }, { request }) => {
      const { path, expiresAt } = await newcomers.invite(email, role, staffOf(request).name);
      // The name that the browser used is one of ours (guardRequests).
      const base = publicUrl ?? `${request.protocol}://${request.headers.host}`;
      return { link: `${base}${path}`, expiresAt: new Date(expiresAt).toISOString() };
    },
    withdrawInvitation: async ({ params }) => {
      if (await withdrawInvitation(store, params.invitationId)) return { done: true };
      throw new Problem('not_found', 'There is no such invitation any more.');
    },
    changeStaff: async ({ params, body: { role, isDisabled } }) => {
      const status = isDisabled === undefined ? undefined : isDisabled ? 'disabled' : 'active';
      const changed = await changeStaff(store, params.staffId, { role, status });
      if (changed === undefined) throw new Problem('not_found', 'There is no such member of staff.');
      if (changed === 'last_manager') {
        throw new Problem('conflict', 'Somebody has to be a manager: make another one first.');
      }
      return changed;
    },
  };
}
