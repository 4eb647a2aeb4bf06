import type { Session, Staff } from '#contract/session.ts';
import type { staffApi } from '#contract/staff.ts';
import type { ServeContext, ServeHandlers } from '#kit/serve.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { staffOf } from '../accounts/authorize.ts';
import { askAuth, authHeaders, withOnly } from '../accounts/call-auth.ts';
import { OPENID_PROVIDER } from '../accounts/auth.ts';
import { findDemoStaff } from '../accounts/demo-staff.ts';
import { oneATurn } from '../accounts/limit-hashes.ts';
import { Problem } from '../http/problem.ts';
import type { LiveEvents } from '../live/live-events.ts';
import { endSession, findStaff, hasManager } from '../store/staff.ts';

export type StaffRoutes<Name extends keyof typeof staffApi> = Pick<ServeHandlers<typeof staffApi>, Name>;

type Names =
  | 'getSession'
  | 'signIn'
  | 'signInWithCode'
  | 'signInToDemo'
  | 'beginOpenId'
  | 'signOut'
  | 'signOutEverywhere';

const DONE = { done: true } as const;

interface PendingSignIn {
  email: string;
  /** It alone, as better-auth has read it. */
  cookie: string;
}

export async function describeSession(
  { store, openIdName, demoRoles }: Accounts,
  { lastId }: Pick<LiveEvents, 'lastId'>,
  staff: Staff | null,
): Promise<Session> {
  return {
    staff,
    ...(staff && { lastEvent: lastId }),
    isSetUp: await hasManager(store),
    ways: { password: true, openId: openIdName, demoRoles: [...demoRoles] },
  };
}

/** Signing in and out. */
export function sessionRoutes(accounts: Accounts, events: Pick<LiveEvents, 'lastId'>): StaffRoutes<Names> {
  const { auth, sessions, throttle, devices, stay, demoRoles, openIdName, store } = accounts;
  const myTurn = oneATurn();

  async function finish(userId: string, headers: Headers, context: ServeContext): Promise<void> {
    sessions.passCookies(headers, context);
    await sessions.hasBegun(userId, context);
  }

  async function signIn(email: string, password: string, context: ServeContext): Promise<'signed_in' | 'two_factor'> {
    const { request } = context;
    const call = auth.api.signInEmail({
      body: { email, password },
      headers: authHeaders(request),
      returnHeaders: true,
    });
    const { headers, response } = await askAuth(call, {
      INVALID_EMAIL_OR_PASSWORD: () => wrong('Wrong e-mail address or password.'),
      disabled: () => new Problem('forbidden', 'This account is disabled.'),
    });
    if ('twoFactorRedirect' in response) {
      request.hasLeft = (await sessions.peek(request)) !== null;
      await sessions.end(context);
      sessions.passCookies(headers, context);
      return 'two_factor';
    }
    await finish(response.user.id, headers, context);
    return 'signed_in';
  }

  /** Whose code is missing. */
  async function findPending({ request }: ServeContext): Promise<PendingSignIn | undefined> {
    const pending = await auth.api.findPendingSignIn({ headers: authHeaders(request) });
    const email = pending ? (await findStaff(store, pending.userId))?.email : undefined;
    return pending && email !== undefined ? { email, cookie: pending.cookie } : undefined;
  }

  async function signInWithCode(code: string, cookie: string, context: ServeContext): Promise<void> {
    // What was counted is what is checked. With a session better-auth would check the code of the user who is signed in.
    const asked = withOnly(cookie, authHeaders(context.request));
    const call = /^\d{6}$/.test(code)
      ? auth.api.verifyTOTP({ body: { code }, headers: asked, returnHeaders: true })
      : auth.api.verifyBackupCode({ body: { code }, headers: asked, returnHeaders: true });
    const { headers, response } = await askAuth<Awaited<typeof call>>(call, {
      INVALID_CODE: () => wrong('That code isn’t right.', 'code'),
      // Two backup codes in the same moment: the second one begins again.
      CONFLICT: () => wrong('That code was not taken. Try again.', 'code'),
      INVALID_BACKUP_CODE: () => wrong('That code isn’t right.', 'code'),
      INVALID_TWO_FACTOR_COOKIE: beginAgain,
      TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: beginAgain,
      disabled: () => new Problem('forbidden', 'This account is disabled.'),
    });
    if (!(await throttle.isFirstUse(response.user.id, code))) {
      if (response.token !== undefined) await endSession(store, response.token);
      throw wrong('This code has been used already: wait for the next one.', 'code');
    }
    await finish(response.user.id, headers, context);
  }

  return {
    getSession: async (_, context) => describeSession(accounts, events, await sessions.identify(context)),
    signIn: async ({ body: { email, password, isStaying } }, context) => {
      const { request } = context;
      await myTurn();
      stay.choose(context, isStaying);
      const knownDevice = await devices.find(request, email);
      const next = await throttle.guard({ email, ip: request.ip, knownDevice }, () => signIn(email, password, context));
      return { next };
    },
    signInWithCode: async ({ body }, context) => {
      await myTurn();
      stay.choose(context, body.isStaying);
      const { request } = context;
      const pending = await findPending(context);
      // Guesses about an account that is not known would not count for it: better-auth is not asked.
      if (!pending) return throttle.guard({ ip: request.ip }, () => Promise.reject(beginAgain()));
      const { email, cookie } = pending;
      const knownDevice = await devices.find(request, email);
      await throttle.guard({ email, ip: request.ip, knownDevice }, () => signInWithCode(body.code, cookie, context));
      return DONE;
    },
    signInToDemo: async ({ body }, context) => {
      const userId = demoRoles.includes(body.role) ? await findDemoStaff(store, body.role) : undefined;
      if (userId === undefined) throw new Problem('forbidden', 'Only the demo has buttons to sign in.');
      stay.choose(context, body.isStaying);
      await sessions.begin(userId, context);
      return DONE;
    },
    beginOpenId: async ({ body }, context) => {
      const { request } = context;
      if (openIdName === null) throw new Problem('not_found', 'This studio does not use OpenID.');
      stay.choose(context, body.isStaying);
      const { headers, response } = await askAuth(
        auth.api.signInSocial({
          body: { provider: OPENID_PROVIDER, callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true },
          headers: authHeaders(request),
          returnHeaders: true,
        }),
        { PROVIDER_NOT_FOUND: () => new Problem('sign_in_unavailable', `${openIdName} cannot be reached.`) },
      );
      sessions.passCookies(headers, context);
      if (response.url === undefined) throw new Error('better-auth began OpenID without an address.');
      return { url: response.url };
    },
    signOut: async (_, context) => {
      // For the record, of who it was.
      context.request.staff = await sessions.peek(context.request);
      await sessions.end(context);
      return DONE;
    },
    signOutEverywhere: async (_, { request, reply }) => {
      await sessions.endAll(staffOf(request).id, reply);
      return DONE;
    },
  };
}

function beginAgain(): Problem {
  return new Problem('invalid_request', 'Begin again with your password.');
}

function wrong(message: string, field?: string): Problem {
  return new Problem('invalid_request', message, field === undefined ? {} : { fields: { [field]: message } });
}
