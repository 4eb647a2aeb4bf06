import type { FastifyReply, FastifyRequest } from 'fastify';

export interface OwnCookieOptions {
  /** Without the prefix. */
  name: string;
  /** Over TLS: only then a browser takes a `__Host-` cookie, which no other host under the same domain can set or read. */
  isSecure: boolean;
  /** `Lax` where the way back from the OpenID provider needs it. */
  sameSite: 'Strict' | 'Lax';
}

/** How the names of our cookies begin. */
export function cookiePrefix(isSecure: boolean): string {
  return isSecure ? '__Host-desk' : 'desk';
}

/** One cookie of the gateway's own, which no script reads. */
export class OwnCookie {
  readonly #name: string;
  readonly #attributes: string;

  constructor({ name, isSecure, sameSite }: OwnCookieOptions) {
    this.#name = `${cookiePrefix(isSecure)}.${name}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  }

  read({ headers }: FastifyRequest): string | undefined {
    const pair = (headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${this.#name}=`));
    return pair?.slice(this.#name.length + 1);
  }

  write(reply: FastifyReply, value: string, maxAgeMs: number): void {
    reply.header('set-cookie', `${this.#name}=${value}; Max-Age=${Math.floor(maxAgeMs / 1000)}; ${this.#attributes}`);
  }

  remove(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }
}
