import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Role } from './role.ts';
import { Instant } from './time.ts';

/** A member of staff. */
export const Staff = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  isDisabled: z.boolean(),
  /** Without one they come by OpenID only, or by the demo’s buttons. */
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  /**
   * Their role needs a second factor, and they have none yet: a session that begins now can do nothing but turn it on.
   * Only those with a password need one here; who comes by OpenID proves more to the provider.
   */
  needsTwoFactor: z.boolean(),
  lastSignInAt: z.nullable(Instant),
});
export type Staff = z.infer<typeof Staff>;

export const Session = z.object({
  staff: z.nullable(Staff),
  /** Whether there is a manager; without one only the set-up link helps. */
  isSetUp: z.boolean(),
  ways: z.object({
    password: z.boolean(),
    /** What the OpenID button says, such as `Sign in with Example`. */
    openId: z.nullable(z.string()),
    /** One-click sign-in of the demo; empty for a real studio. */
    demoRoles: z.array(Role),
  }),
  /** The last event of this process when it was asked: a page that listens after it misses nothing since it was opened. */
  lastEvent: z.optional(z.string()),
});
export type Session = z.infer<typeof Session>;

/** Every page asks this, also those who are not signed in. */
export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  access: 'public',
  summary: 'Say which user is signed in, if one is, and which ways to sign in there are.',
  answer: Session,
});
