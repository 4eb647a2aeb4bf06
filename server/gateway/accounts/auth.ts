import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { SHORTEST_PASSWORD } from '#contract/staff.ts';
import type { Clock } from '#kit/clock.ts';
import { authSchema } from '../store/auth-schema.ts';
import { takeInvitationOf } from '../store/invitations.ts';
import { findStaff } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import { encryptionKeys } from './encryption-keys.ts';
import { type Passwords, limitHashes } from './limit-hashes.ts';
import { cookiePrefix } from './own-cookie.ts';
import { pendingSignIn } from './pending-sign-in.ts';
import { signInAs } from './sign-in-as.ts';
import { twoFactorWith } from './two-factor-plugin.ts';

export interface OpenIdOptions {
  /** Such as `https://login.example.com`; its discovery document says the rest. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What staff call it. */
  name: string;
  /** For providers that never send `email_verified`, though users cannot choose their own address there. */
  isEmailTrusted?: boolean;
}

export interface AuthOptions {
  store: Store;
  clock: Clock;
  /** Signs cookies and encrypts what two-factor apps share; at least 32 characters. */
  secret: string;
  /** Secrets that were used before, the newest first: what they encrypted can still be read. */
  formerSecrets?: readonly string[];
  /** Where browsers find the gateway; cookies are `Secure` if it begins with https. */
  publicUrl: string;
  idleMs: number;
  openId?: OpenIdOptions;
  passwords?: Passwords;
  onTrouble?: (message: string) => void;
}

export const AUTH_PATH = '/api/auth';
export const OPENID_PROVIDER = 'studio';
/** Only the gateway itself writes it, from the address that Fastify trusts; what a client sends is never passed on. */
export const ADDRESS_HEADER = 'x-desk-client-address';

export type Auth = ReturnType<typeof createAuth>;

/** better-auth on the product's database. Only its OpenID callback is reachable; all else is called in process. */
export function createAuth(options: AuthOptions) {
  const { store, clock, secret, publicUrl, idleMs, openId, passwords, onTrouble } = options;
  const keys = encryptionKeys(secret, options.formerSecrets);
  const isSecure = publicUrl.startsWith('https:');
  const strict = { attributes: { sameSite: 'strict' } } as const;
  return betterAuth({
    ...authSchema,
    appName: 'Studio Desk',
    secret: keys.legacySecret,
    secrets: keys.secrets,
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    database: { db: store.db, type: store.kind },
    plugins: [twoFactorWith(keys), signInAs, pendingSignIn, ...(openId ? [openIdPlugin(openId)] : [])],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      password: limitHashes(passwords ?? { hash: hashPassword, verify: verifyPassword }),
    },
    account: { updateAccountOnSignIn: false },
    session: { expiresIn: Math.ceil(idleMs / 1000), updateAge: 60, cookieCache: { enabled: false } },
    advanced: {
      // better-auth's own prefix for TLS, `__Secure-`, lets other hosts under the same domain set our cookies.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(isSecure),
      defaultCookieAttributes: { secure: isSecure },
      // A page opened by a link has its cookies again as soon as it asks for data; only the way back from the OpenID
      // provider needs one on the very first request.
      cookies: { session_token: strict, two_factor: strict },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user, context) => {
            // Outside an endpoint: our own code, which has asked already.
            if (!context) return undefined;
            if (!user.emailVerified) throw refusal('not_verified');
            const invitation = await takeInvitationOf(store, user.email, clock());
            if (!invitation) throw refusal('not_invited');
            return { data: { ...user, name: user.name || user.email, role: invitation.role, status: 'active' } };
          },
        },
      },
      account: {
        create: {
          // The provider's tokens are of no use here: what is not kept cannot be stolen.
          before: (account) =>
            Promise.resolve({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
      session: {
        create: {
          before: async (session) => {
            const staff = await findStaff(store, session.userId);
            if (!staff || staff.isDisabled) throw refusal('disabled');
          },
        },
      },
    },
    // Its warnings quote addresses and requests.
    logger: { level: 'error', log: (_, message) => onTrouble?.(message) },
    onAPIError: { errorURL: '/sign-in' },
    telemetry: { enabled: false },
  });
}

function openIdPlugin({ issuer, clientId, clientSecret, isEmailTrusted }: OpenIdOptions) {
  return genericOAuth({
    config: [
      {
        providerId: OPENID_PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        ...(isEmailTrusted && { mapProfileToUser: () => ({ emailVerified: true }) }),
      },
    ],
  });
}

function refusal(code: 'not_verified' | 'not_invited' | 'disabled'): APIError {
  return new APIError('FORBIDDEN', { code, message: code });
}
