import type { Clock } from '#kit/clock.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { staffOf } from '../accounts/authorize.ts';
import { askAuth, authHeaders } from '../accounts/call-auth.ts';
import { refuseWeak } from '../accounts/password-strength.ts';
import { setNewPassword } from '../accounts/password-links.ts';
import { Problem } from '../http/problem.ts';
import { forgetDevicesOf } from '../store/known-devices.ts';
import { forgetPasswordLinkOf } from '../store/password-links.ts';
import { listSecondFactorRoles } from '../store/second-factor-roles.ts';
import { findStaff } from '../store/staff.ts';
import type { StaffRoutes } from './session.ts';

type Names =
  | 'setUp'
  | 'acceptInvitation'
  | 'setNewPassword'
  | 'changePassword'
  | 'listOwnSessions'
  | 'endOwnSession'
  | 'beginTwoFactor'
  | 'confirmTwoFactor'
  | 'disableTwoFactor';

const DONE = { done: true } as const;

/** Becoming a member of staff, and looking after one's own account. */
export function accountRoutes(accounts: Accounts, clock: Clock): StaffRoutes<Names> {
  const studioHost = accounts.publicUrl === undefined ? undefined : new URL(accounts.publicUrl).hostname;
  const { auth, sessions, newcomers, throttle, devices, store } = accounts;

  /** Asks better-auth something that needs one's password or code once more, slowly enough that guessing fails. */
  async function confirm<Response>(
    { request, reply }: ServeContext,
    field: string,
    ask: (headers: Headers) => Promise<{ headers: Headers; response: Response }>,
  ): Promise<Response> {
    const wrong = () =>
      new Problem('invalid_request', 'That isn’t right.', { fields: { [field]: 'That isn’t right' } });
    return throttle.guardConfirmation(staffOf(request).id, async () => {
      const { headers, response } = await askAuth(ask(authHeaders(request)), {
        INVALID_PASSWORD: wrong,
        INVALID_CODE: wrong,
        CREDENTIAL_ACCOUNT_NOT_FOUND: () => new Problem('invalid_request', 'You sign in without a password.'),
        TOTP_ALREADY_ENABLED: () => new Problem('invalid_request', 'Two factors are in use already.'),
        TOTP_NOT_ENABLED: () => new Problem('invalid_request', 'Begin with your password.'),
      });
      sessions.passCookies(headers, { request, reply });
      return response;
    });
  }

  return {
    setUp: async ({ body: { token, ...member } }, context) => {
      const { ip } = context.request;
      const userId = await throttle.guard({ ip }, () => newcomers.setUp(token, member));
      await sessions.begin(userId, context);
      return DONE;
    },
    acceptInvitation: async ({ body: { token, name, password } }, context) => {
      const { ip } = context.request;
      const userId = await throttle.guard({ ip }, () => newcomers.accept(token, name, password));
      await sessions.begin(userId, context);
      return DONE;
    },
    setNewPassword: async ({ body }, { request }) => {
      const userId = await throttle.guard({ ip: request.ip }, () =>
        setNewPassword(auth, store, clock, body, studioHost),
      );
      // For the record. It signs no user in: the second factor is still to come.
      request.staff = (await findStaff(store, userId)) ?? null;
      return DONE;
    },
    changePassword: async ({ body: { current, next } }, context) => {
      const { id, name, email } = staffOf(context.request);
      refuseWeak(next, { name, email, studioHost }, 'next');
      await confirm(context, 'current', (headers) =>
        auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      );
      // A user of the old one may have signed in somewhere: those devices are strangers again. No link is needed.
      await forgetDevicesOf(store, id);
      await forgetPasswordLinkOf(store, id);
      await devices.remember(context.request, context.reply, id);
      return DONE;
    },
    listOwnSessions: async (_, { request }) => ({
      data: await sessions.listOf(staffOf(request).id, request),
    }),
    endOwnSession: async ({ params }, context) => {
      if (await sessions.endOne(staffOf(context.request).id, params.sessionId, context)) return DONE;
      throw new Problem('not_found', 'This session is over already.');
    },
    beginTwoFactor: async ({ body }, context) => {
      const response = await confirm(context, 'password', (headers) =>
        auth.api.enableTwoFactor({ body, headers, returnHeaders: true }),
      );
      if (!('totpURI' in response)) throw new Error('better-auth enabled another second factor than TOTP.');
      return { uri: response.totpURI, backupCodes: response.backupCodes };
    },
    confirmTwoFactor: async ({ body }, context) => {
      const { id } = staffOf(context.request);
      const before = await sessions.listOf(id, context.request);
      await confirm(context, 'code', (headers) => auth.api.verifyTOTP({ body, headers, returnHeaders: true }));
      // Having seen it must not be enough to sign in with it.
      await throttle.isFirstUse(id, body.code);
      // Sessions that began with the password alone; the own one has just been replaced.
      for (const one of before) await sessions.endOne(id, one.id, context);
      return DONE;
    },
    disableTwoFactor: async ({ body }, context) => {
      const { role } = staffOf(context.request);
      if ((await listSecondFactorRoles(store)).includes(role)) {
        throw new Problem('conflict', 'Your role needs two-factor sign-in: it cannot be turned off.');
      }
      await confirm(context, 'password', (headers) =>
        auth.api.disableTwoFactor({ body, headers, returnHeaders: true }),
      );
      return DONE;
    },
  };
}
