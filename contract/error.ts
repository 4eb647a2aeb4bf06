import * as z from 'zod/mini';

export const ErrorCode = z.enum([
  /** A parameter or body field is wrong; `fields` says which. */
  'invalid_request',
  /** No such customer, purchase or page. */
  'not_found',
  /** Reservie's API client lacks a scope; `scope` names it. */
  'missing_scope',
  /** Another user changed the same field meanwhile; `fields` says which. */
  'conflict',
  /** No user is signed in, or no longer. */
  'not_signed_in',
  /** The request came from another website, or this member of staff may not do it. */
  'forbidden',
  /** Their role needs a second factor, and this member of staff has not turned it on yet. */
  'two_factor_required',
  /** Too many wrong passwords, codes or links; `retryAfterMs` says how long to wait. */
  'too_many_attempts',
  /** The studio's OpenID provider cannot be reached. */
  'sign_in_unavailable',
  /** Reservie's request budget is spent; `retryAfterMs` says how long to wait. */
  'rate_limited',
  /** Reservie refuses our credentials: suspended, expired or rotated client. */
  'reservie_refused',
  /** Reservie cannot be reached or answers 5xx. */
  'reservie_unavailable',
  /** Reservie did not answer in time. */
  'reservie_timeout',
  /** Reservie answered something that is not its API. */
  'reservie_malformed',
  /** The database of Studio Desk does not answer, or is busy; nothing was done. */
  'database_unavailable',
  /** Our own fault. */
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** The one error shape between gateway and browser. `message` is a plain sentence without personal data. */
export const WireError = z.object({
  code: ErrorCode,
  message: z.string(),
  requestId: z.string(),
  /** Field name → what is wrong with it. */
  fields: z.optional(z.record(z.string(), z.string())),
  scope: z.optional(z.string()),
  retryAfterMs: z.optional(z.int()),
});
export type WireError = z.infer<typeof WireError>;
