import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Accounts } from './accounts.ts';
import { AUTH_PATH, type Auth, OPENID_PROVIDER } from './auth.ts';
import { authHeaders } from './call-auth.ts';

/** What the sign-in page has words for; anything else a provider or better-auth says is `failed`. */
const REASONS = new Map([
  ['not_invited', 'not_invited'],
  ['not_verified', 'not_verified'],
  ['account_not_linked', 'not_verified'],
  ['disabled', 'disabled'],
  ['access_denied', 'cancelled'],
]);

/**
 * Where the OpenID provider sends the browser back to: the one address that better-auth answers itself. Nothing it
 * says is followed but a path of our own, so that no user can be led elsewhere.
 */
export function openIdCallback(app: FastifyInstance, { auth, sessions, publicUrl, openIdName }: Accounts): void {
  if (openIdName === null || publicUrl === undefined) return;
  const path = `${AUTH_PATH}/callback/${OPENID_PROVIDER}`;
  app.get(path, { config: { isLandedOn: true } }, async (request, reply) => {
    const search = new URL(request.url, publicUrl).search;
    const asked = new Request(`${publicUrl}${path}${search}`, { headers: authHeaders(request) });
    const answer = await auth.handler(asked);
    if (answer.status === 429) return leave(reply, '/sign-in?error=too_many_attempts');
    const landing = new URL(answer.headers.get('location') ?? '/sign-in?error=failed', publicUrl);
    const error = landing.searchParams.get('error');
    if (answer.status !== 302 || error !== null || landing.pathname !== '/') {
      return leave(reply, `/sign-in?error=${REASONS.get(error ?? '') ?? 'failed'}`);
    }
    const userId = await newUserOf(auth, answer.headers);
    if (userId === undefined) return leave(reply, '/sign-in?error=failed');
    sessions.passCookies(answer.headers, { request, reply });
    await sessions.hasBegun(userId, { request, reply });
    return leave(reply, '/');
  });
}

function leave(reply: FastifyReply, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

async function newUserOf(auth: Auth, headers: Headers): Promise<string | undefined> {
  const cookie = headers
    .getSetCookie()
    .map((line) => line.replace(/;.*$/, ''))
    .join('; ');
  const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } });
  return found?.user.id;
}
