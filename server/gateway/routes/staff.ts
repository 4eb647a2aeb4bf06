import type { FastifyRequest } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { staffOf } from '../accounts/authorize.ts';
import { makePasswordLink } from '../accounts/password-links.ts';
import { Problem } from '../http/problem.ts';
import { listInvitations, withdrawInvitation } from '../store/invitations.ts';
import { listSecondFactorRoles, saveSecondFactorRoles } from '../store/second-factor-roles.ts';
import { changeStaff, findStaff, listStaff } from '../store/staff.ts';
import type { StaffRoutes } from './session.ts';

type Names =
  | 'listStaff'
  | 'getSecondFactorRoles'
  | 'requireSecondFactor'
  | 'inviteStaff'
  | 'withdrawInvitation'
  | 'changeStaff'
  | 'makePasswordLink';

/** The members of staff, for managers. */
export function staffRoutes({ store, newcomers, publicUrl }: Accounts, clock: Clock): StaffRoutes<Names> {
  /** The name that the browser used is one of ours (guardRequests). */
  const linkTo = ({ protocol, headers }: FastifyRequest, path: string) =>
    `${publicUrl ?? `${protocol}://${headers.host}`}${path}`;

  return {
    listStaff: async () => ({
      data: await listStaff(store),
      invitations: await listInvitations(store, clock()),
    }),
    getSecondFactorRoles: async () => ({ roles: await listSecondFactorRoles(store) }),
    requireSecondFactor: async ({ body: { roles } }, { request }) => {
      const { hasPassword, hasTwoFactor } = staffOf(request);
      // So one manager at least has seen that it works. One without a password is not asked for a code here.
      if (roles.includes('manager') && hasPassword && !hasTwoFactor) {
        throw new Problem('conflict', 'Turn on your own two-factor sign-in first, then require it for managers.');
      }
      await saveSecondFactorRoles(store, roles, clock());
      return { roles: await listSecondFactorRoles(store) };
    },
    inviteStaff: async ({ body: { email, role } }, { request }) => {
      const { path, expiresAt } = await newcomers.invite(email, role, staffOf(request));
      return { link: linkTo(request, path), expiresAt: new Date(expiresAt).toISOString() };
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
        throw new Problem('conflict', 'There must always be a manager: make another one first.');
      }
      return changed;
    },
    makePasswordLink: async ({ params, body }, { request }) => {
      const member = await findStaff(store, params.staffId);
      if (!member) throw new Problem('not_found', 'There is no such member of staff.');
      const { id: madeById } = staffOf(request);
      if (member.id === madeById) {
        throw new Problem('invalid_request', 'You change your own password under “Your account”.');
      }
      const { path, expiresAt } = await makePasswordLink(store, clock, member, { ...body, madeById });
      return { link: linkTo(request, path), expiresAt: new Date(expiresAt).toISOString() };
    },
  };
}
