import { twoFactor } from 'better-auth/plugins/two-factor';

export const TWO_FACTOR = { issuer: 'Studio Desk' } as const;

/** What shapes better-auth's tables: read both when they are made and when they are used. */
export const authSchema = {
  user: {
    additionalFields: {
      role: { type: 'string', required: true, input: false, defaultValue: 'viewer' },
      status: { type: 'string', required: true, input: false, defaultValue: 'active' },
      lastSignInAt: { type: 'number', bigint: true, required: false, input: false },
    },
  },
  /** Of the OpenID callback, the only part that is reachable; counted for all processes together. */
  rateLimit: { enabled: true, window: 60, max: 60, storage: 'database' },
  plugins: [twoFactor(TWO_FACTOR)],
} as const;
