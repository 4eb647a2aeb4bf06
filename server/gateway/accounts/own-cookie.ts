import type { FastifyReply, FastifyRequest } from 'fastify';

export interface OwnCookieOptions {
  /** Without the prefix. */
  name: string;
  /** Over TLS: only then a browser takes a `__Host-` cookie, which no other host under the same domain can set or read. */
  isSecure: boolean;
  /** `Lax` where the way back from the OpenID provider needs it. */
  sameSite: 'strict' | 'lax';
}

/** How the names of our cookies begin. */
export function cookiePrefix(isSecure: boolean): string {
  return isSecure ? '__Host-desk' : 'desk';
}

/** One cookie of the gateway's own, which no script reads. */
export class OwnCookie {
  readonly #name: string;
  readonly #options: OwnCookieOptions;

  constructor(options: OwnCookieOptions) {
    this.#name = `${cookiePrefix(options.isSecure)}.${options.name}`;
    this.#options = options;
  }

  read({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.#name];
  }

  write(reply: FastifyReply, value: string, maxAgeMs: number): void {
    const { isSecure, sameSite } = this.#options;
    const maxAge = Math.floor(maxAgeMs / 1000);
    reply.setCookie(this.#name, value, { path: '/', httpOnly: true, sameSite, secure: isSecure, maxAge });
  }

  remove(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }
}
