import * as z from 'zod/mini';
import { Name } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { list } from './page.ts';
import { Role } from './role.ts';
import { Staff, getSession } from './session.ts';
import { Instant } from './time.ts';

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 128;

const Email = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, 'Use at most 254 characters'),
    z.email('Enter an e-mail address like name@example.com'),
  );
const NewPassword = z
  .string()
  .check(
    z.minLength(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters`),
    z.maxLength(LONGEST_PASSWORD, `Use at most ${LONGEST_PASSWORD} characters`),
  );
/** One that may be wrong: only its length is limited. */
const KnownPassword = z.string().check(z.minLength(1, 'Enter your password'), z.maxLength(LONGEST_PASSWORD));
/** Six digits from the app. */
const AppCode = z.string().check(z.overwrite(normaliseCode), z.regex(/^\d{6}$/, 'Enter the six digits'));
/** The same, or a backup code. */
const Code = z
  .string()
  .check(
    z.overwrite(normaliseCode),
    z.regex(/^(?:\d{6}|[a-z0-9]{5}-[a-z0-9]{5})$/, 'Enter the six digits, or a backup code like ab3de-fg7hi'),
  );
/** The fragment of a set-up, invitation or new-password link. */
const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'This is not the whole link'));
/** Whether the session outlives the browser’s window: for a computer that others do not use. */
const IsStaying = z._default(z.boolean(), false);
/** What is asked for at the first step of signing in. */
export const Credentials = z.object({ email: Email, password: KnownPassword });
/** What is asked for at the second step, with two factors. */
export const SecondFactor = z.object({ code: Code });
/** Each role at most once. */
export const SecondFactorRoles = z.object({
  roles: z
    .array(Role)
    .check(z.refine((roles) => new Set(roles).size === roles.length, { message: 'A role is named twice' })),
});
export type SecondFactorRoles = z.infer<typeof SecondFactorRoles>;
const StaffId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  invitedBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** Where a member of staff is signed in. */
export const OwnSession = z.object({
  id: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
  /** As the browser names itself. */
  browser: z.nullable(z.string()),
  address: z.nullable(z.string()),
  signedInAt: Instant,
  usedAt: Instant,
});
export type OwnSession = z.infer<typeof OwnSession>;

const done = z.object({ done: z.literal(true) });

/** Signing in and out, one's own account, and the members of staff. */
export const staffApi = {
  getSession,
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    access: 'public',
    summary: 'Sign in with e-mail address and password. `two_factor`: the code is still missing.',
    body: z.extend(Credentials, { isStaying: IsStaying }),
    answer: z.object({ next: z.enum(['signed_in', 'two_factor']) }),
  }),
  signInWithCode: endpoint({
    method: 'POST',
    path: '/api/session/two-factor',
    access: 'public',
    summary: 'Finish signing in with the code of the app, or a backup code.',
    body: z.extend(SecondFactor, { isStaying: IsStaying }),
    answer: done,
  }),
  signInToDemo: endpoint({
    method: 'POST',
    path: '/api/session/demo',
    access: 'public',
    summary: 'Sign in to the demo with one click.',
    body: z.object({ role: Role, isStaying: IsStaying }),
    answer: done,
  }),
  beginOpenId: endpoint({
    method: 'POST',
    path: '/api/session/openid',
    access: 'public',
    summary: 'Begin signing in with the studio’s OpenID provider: answers where to send the browser.',
    body: z.object({ isStaying: IsStaying }),
    answer: z.object({ url: z.string() }),
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    access: 'public',
    summary: 'Sign out here.',
    answer: done,
  }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/api/sessions',
    access: 'viewer',
    isBeforeTwoFactor: true,
    summary: 'Sign out on every device.',
    answer: done,
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/api/set-up',
    access: 'public',
    summary: 'Make the first manager, with the link that the console shows.',
    body: z.object({ token: LinkToken, name: Name, email: Email, password: NewPassword }),
    answer: done,
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/accept',
    access: 'public',
    summary: 'Join with an invitation link.',
    body: z.object({ token: LinkToken, name: Name, password: NewPassword }),
    answer: done,
  }),
  setNewPassword: endpoint({
    method: 'POST',
    path: '/api/new-password',
    access: 'public',
    summary: 'Choose a new password with a link for it; every session ends, and none begins.',
    body: z.object({ token: LinkToken, password: NewPassword }),
    answer: done,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/account/password',
    access: 'viewer',
    summary: 'Change one’s own password; every other session ends.',
    body: z.object({ current: KnownPassword, next: NewPassword }),
    answer: done,
  }),
  listOwnSessions: endpoint({
    method: 'GET',
    path: '/api/account/sessions',
    access: 'viewer',
    summary: 'List where one is signed in.',
    answer: list(OwnSession),
  }),
  endOwnSession: endpoint({
    method: 'DELETE',
    path: '/api/account/sessions/{sessionId}',
    access: 'viewer',
    summary: 'Sign out on one device.',
    params: z.object({ sessionId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)) }),
    answer: done,
  }),
  beginTwoFactor: endpoint({
    method: 'POST',
    path: '/api/account/two-factor',
    access: 'viewer',
    isBeforeTwoFactor: true,
    summary: 'Begin to use two factors: answers the address for the app’s QR code, and backup codes.',
    body: z.object({ password: KnownPassword }),
    answer: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
  }),
  confirmTwoFactor: endpoint({
    method: 'POST',
    path: '/api/account/two-factor/confirm',
    access: 'viewer',
    isBeforeTwoFactor: true,
    summary: 'Prove that the app shows the right code; from then on it is asked for.',
    body: z.object({ code: AppCode }),
    answer: done,
  }),
  disableTwoFactor: endpoint({
    method: 'POST',
    path: '/api/account/two-factor/disable',
    access: 'viewer',
    summary: 'Stop using two factors.',
    body: z.object({ password: KnownPassword }),
    answer: done,
  }),
  getSecondFactorRoles: endpoint({
    method: 'GET',
    path: '/api/staff/second-factor',
    access: 'manager',
    summary: 'Say for which roles a second factor is required.',
    answer: SecondFactorRoles,
  }),
  requireSecondFactor: endpoint({
    method: 'PUT',
    path: '/api/staff/second-factor',
    access: 'manager',
    summary:
      'Require a second factor for these roles and no others, from the next sign-in on. Requiring it for managers needs one of one’s own.',
    body: SecondFactorRoles,
    answer: SecondFactorRoles,
  }),
  listStaff: endpoint({
    method: 'GET',
    path: '/api/staff',
    access: 'manager',
    summary: 'List the members of staff and the invitations that are open.',
    answer: z.extend(list(Staff), { invitations: z.array(Invitation) }),
  }),
  inviteStaff: endpoint({
    method: 'POST',
    path: '/api/staff/invitations',
    access: 'manager',
    summary: 'Invite a member of staff: answers a link, once. It replaces an older one for the same address.',
    body: z.object({ email: Email, role: Role }),
    answer: z.object({ link: z.string(), expiresAt: Instant }),
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    path: '/api/staff/invitations/{invitationId}',
    access: 'manager',
    summary: 'Withdraw an invitation.',
    params: z.object({ invitationId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)) }),
    answer: done,
  }),
  changeStaff: endpoint({
    method: 'PATCH',
    path: '/api/staff/{staffId}',
    access: 'manager',
    summary: 'Change a member’s role, or disable or enable them. There is always a manager left.',
    params: z.object({ staffId: StaffId }),
    body: z.object({ role: z.optional(Role), isDisabled: z.optional(z.boolean()) }),
    answer: Staff,
  }),
  makePasswordLink: endpoint({
    method: 'POST',
    path: '/api/staff/{staffId}/password-link',
    access: 'manager',
    summary: 'Let a member of staff choose a new password: answers a link, once. It replaces an older one.',
    params: z.object({ staffId: StaffId }),
    /** `turnsTwoFactorOff`: using the link does that, too, for a member whose phone is lost. */
    body: z.object({ turnsTwoFactorOff: z.boolean() }),
    answer: z.object({ link: z.string(), expiresAt: Instant }),
  }),
};

/** White space, hyphens of every kind, and what has no width: people copy them along, and mean none of them. */
const SEPARATORS = /[\p{Z}\p{Cc}\p{Pd}\p{DI}\u02D7\u2212\u2043\u2800]/gu;

/**
 * A code as it is compared: six digits, or a backup code in small letters with its hyphen. What is neither stays as it
 * is, to be refused.
 */
export function normaliseCode(text: string): string {
  const bare = text.normalize('NFKC').replace(SEPARATORS, '');
  if (/^\d{6}$/.test(bare)) return bare;
  return /^[A-Za-z0-9]{10}$/.test(bare) ? `${bare.slice(0, 5)}-${bare.slice(5)}`.toLowerCase() : text.trim();
}
