import { randomBytes } from 'node:crypto';
import type { Clock } from '#kit/clock.ts';

/** One hour, no refresh token (docs/reservie-api.md, "Token"). */
export const TOKEN_SECONDS = 3600;

interface Grant {
  clientId: string;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** Access tokens live in memory: a restart of the sandbox ends them all. */
export class AccessTokens {
  readonly #clock: Clock;
  readonly #grants = new Map<string, Grant>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(clientId: string): string {
    this.#forgetEnded();
    const token = randomBytes(32).toString('base64url');
    this.#grants.set(token, { clientId, endsAt: this.#clock() + TOKEN_SECONDS * 1000 });
    return token;
  }

  /** Whose token it is; undefined when it was never issued or has ended. */
  clientOf(token: string): string | undefined {
    const grant = this.#grants.get(token);
    return grant && grant.endsAt > this.#clock() ? grant.clientId : undefined;
  }

  #forgetEnded(): void {
    for (const [token, grant] of this.#grants) {
      if (grant.endsAt <= this.#clock()) this.#grants.delete(token);
    }
  }
}
