import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/**
 * The sign-in whose code is missing, by the cookie that the right password was answered with. better-auth reads and checks
 * that cookie itself here, as it does before it checks the code: another parser could find another value, or none, and the
 * guesses would not count for the account that they are about. Not reachable over HTTP.
 */
export const pendingSignIn = {
  id: 'pending-sign-in',
  endpoints: {
    findPendingSignIn: createAuthEndpoint.serverOnly(
      { method: 'GET', requireHeaders: true },
      async (context): Promise<{ userId: string; cookie: string } | null> => {
        const { createAuthCookie, internalAdapter, secret } = context.context;
        const { name } = createAuthCookie('two_factor');
        const identifier = await context.getSignedCookie(name, secret);
        const pending = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
        if (!pending) return null;
        const cookie = `${name}=${encodeURIComponent(context.getCookie(name) ?? '')}`;
        return { userId: pending.value, cookie };
      },
    ),
  },
} satisfies BetterAuthPlugin;
