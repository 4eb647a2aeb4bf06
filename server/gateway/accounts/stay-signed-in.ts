import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnCookie } from './own-cookie.ts';

/** Longer than any session. */
const LIFETIME_MS = 8 * 24 * 60 * 60_000;

/**
 * Whether a session outlives the browser's window, which is for computers that one member of staff uses alone. Without it
 * the browser forgets the session's cookie when it is closed. The choice lies beside the session in a cookie of its own,
 * so that it holds when the session is prolonged. It makes no session last longer than the gateway lets it.
 */
export class StaySignedIn {
  readonly #cookie: OwnCookie;

  constructor(isSecure: boolean) {
    this.#cookie = new OwnCookie({ name: 'stay', isSecure, sameSite: 'lax' });
  }

  choose({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, isStaying: boolean): void {
    request.isStaying = isStaying;
    if (isStaying) this.#cookie.write(reply, '1', LIFETIME_MS);
    else if (this.#cookie.read(request) !== undefined) this.#cookie.remove(reply);
  }

  isChosen(request: FastifyRequest): boolean {
    return request.isStaying ?? this.#cookie.read(request) === '1';
  }

  /** A cookie as the browser is to keep it. One that removes itself stays as it is. */
  shorten(cookie: string, request: FastifyRequest): string {
    if (this.isChosen(request) || /;\s*Max-Age=0\b/i.test(cookie)) return cookie;
    return cookie.replaceAll(/;\s*(?:Max-Age|Expires)=[^;]*/gi, '');
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What was chosen with this request, if it signs in. */
    isStaying: boolean | undefined;
  }
}
