import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_VIEW_HEADER } from '#contract/session-view.ts';
import type { Staff } from '#contract/session.ts';
import type { OwnSession } from '#contract/staff.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeContext } from '#kit/serve.ts';
import { DatabaseAway } from '../store/database-away.ts';
import { endSession, endSessionsOf, findStaff, recordSignIn } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import { authHeaders } from './call-auth.ts';
import type { KnownDevices } from './known-device.ts';
import type { StaySignedIn } from './stay-signed-in.ts';

export interface SessionsOptions {
  auth: Auth;
  store: Store;
  clock: Clock;
  devices: KnownDevices;
  stay: StaySignedIn;
  /** A session ends this long after the sign-in, however busy it is. */
  absoluteMs: number;
}

/** Who is signed in, and the beginning and end of it. */
export class Sessions {
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /**
   * Reads the session anew for each request, so that disabling a member or changing their role works at once. A session
   * that is over leaves the cookie alone: by the time the answer arrives, the browser may have the cookie of a new one.
   */
  async identify({ request, reply }: ServeContext): Promise<Staff | null> {
    if (request.headers.cookie === undefined) return null;
    const { auth, store, clock, absoluteMs } = this.#options;
    const { headers, response } = await readSession(
      auth.api.getSession({ headers: authHeaders(request), returnHeaders: true }),
    );
    if (!response) return null;
    if (clock() >= response.session.createdAt.getTime() + absoluteMs) {
      await endSession(store, response.session.token);
      return null;
    }
    const staff = await findStaff(store, response.user.id, response.session.createdAt.getTime());
    if (!staff || staff.isDisabled) {
      await endSession(store, response.session.token);
      return null;
    }
    this.passCookies(headers, { request, reply });
    tellSessionView(reply, staff);
    return staff;
  }

  /** The same without prolonging the session: for what a page does while the user may be away. */
  async peek(request: FastifyRequest): Promise<Staff | null> {
    const { store, clock, absoluteMs } = this.#options;
    const session = await this.#sessionOf(request);
    if (!session || clock() >= session.createdAt.getTime() + absoluteMs) return null;
    const staff = await findStaff(store, session.userId, session.createdAt.getTime());
    return staff && !staff.isDisabled ? staff : null;
  }

  /** After the user has proven who they are. The session is always a new one: none that was there is kept. */
  async begin(userId: string, { request, reply }: ServeContext): Promise<void> {
    const { headers } = await this.#options.auth.api.signInAs({
      body: { userId },
      headers: authHeaders(request),
      returnHeaders: true,
    });
    this.passCookies(headers, { request, reply });
    await this.hasBegun(userId, { request, reply });
  }

  /** What else belongs to a sign-in: whatever session the browser brought along ends, since this one is new. */
  async hasBegun(userId: string, { request, reply }: ServeContext): Promise<void> {
    const { store, clock, devices } = this.#options;
    const before = await this.#sessionOf(request);
    if (before) await endSession(store, before.token);
    if (before && before.userId !== userId) clearCache(reply);
    await recordSignIn(store, userId, clock());
    request.staff = (await findStaff(store, userId)) ?? null;
    if (request.staff) tellSessionView(reply, request.staff);
    await devices.remember(request, reply, userId);
  }

  /** Ends the session that the request came with, if any. */
  async end({ request, reply }: ServeContext): Promise<void> {
    const token = await this.#tokenOf(request);
    if (token === undefined) return;
    await endSession(this.#options.store, token);
    await this.#expireCookie(reply);
    clearCache(reply);
  }

  async endAll(userId: string, reply: FastifyReply): Promise<void> {
    await endSessionsOf(this.#options.store, userId);
    await this.#expireCookie(reply);
    clearCache(reply);
  }

  /** Where this member of staff is signed in, the one used last first. */
  async listOf(userId: string, request: FastifyRequest): Promise<OwnSession[]> {
    const { internalAdapter } = await this.#options.auth.$context;
    const own = await this.#tokenOf(request);
    const sessions = await internalAdapter.listSessions(userId);
    return sessions
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .map(({ id, token, userAgent, ipAddress, createdAt, updatedAt }) => ({
        id,
        isThis: token === own,
        browser: userAgent || null,
        address: ipAddress || null,
        signedInAt: createdAt.toISOString(),
        usedAt: updatedAt.toISOString(),
      }));
  }

  /** Ends one of a member's own sessions. @returns whether there was such a one. */
  async endOne(userId: string, sessionId: string, context: ServeContext): Promise<boolean> {
    const { auth, store } = this.#options;
    const { internalAdapter } = await auth.$context;
    const session = (await internalAdapter.listSessions(userId)).find(({ id }) => id === sessionId);
    if (!session) return false;
    if (session.token === (await this.#tokenOf(context.request))) await this.end(context);
    else await endSession(store, session.token);
    return true;
  }

  /** What better-auth sets; the session's cookie ends with the browser unless the member of staff chose otherwise. */
  passCookies(from: Headers, { request, reply }: ServeContext): void {
    for (const cookie of from.getSetCookie()) {
      const isSession = /^[^=]*session_token=/.test(cookie);
      reply.header('set-cookie', isSession ? this.#options.stay.shorten(cookie, request) : cookie);
    }
  }

  async #tokenOf(request: FastifyRequest): Promise<string | undefined> {
    return (await this.#sessionOf(request))?.token;
  }

  async #sessionOf(request: FastifyRequest) {
    if (request.headers.cookie === undefined) return undefined;
    const found = await readSession(
      this.#options.auth.api.getSession({ headers: authHeaders(request), query: { disableRefresh: true } }),
    );
    return found?.session;
  }

  async #expireCookie(reply: FastifyReply): Promise<void> {
    const { name, attributes } = (await this.#options.auth.$context).authCookies.sessionToken;
    const secure = attributes.secure === true;
    reply.setCookie(name, '', { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: 0 });
  }
}

/**
 * Nothing that a browser keeps of our answers is personal; this holds for what an older version let it keep, and for pages
 * that it keeps alive for its back button.
 */
function clearCache(reply: FastifyReply): void {
  reply.header('clear-site-data', '"cache"');
}

/** better-auth answers a database that is away with a 500 of its own, which does not say so. */
async function readSession<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof APIError && error.statusCode >= 500 ? new DatabaseAway(error) : error;
  }
}

/** The same for the same account in the same role, whichever session or process answers; says neither name nor id. */
export function sessionViewOf({ id, role }: Pick<Staff, 'id' | 'role'>): string {
  return createHash('sha256').update(`${id} ${role}`).digest('base64url').slice(0, 22);
}

/** Every answer of a session says whose it is, so that an open page notices that the session belongs to another account. */
export function tellSessionView(reply: FastifyReply, staff: Pick<Staff, 'id' | 'role'>): void {
  reply.header(SESSION_VIEW_HEADER, sessionViewOf(staff));
}
