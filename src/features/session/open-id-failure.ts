const WORDS = {
  not_invited: 'You have not been invited yet. Ask a manager for an invitation, then sign in this way.',
  not_verified: 'The provider has not verified your e-mail address. Verify it there, or sign in with your password.',
  disabled: 'This account is disabled. Ask a manager.',
  cancelled: 'You cancelled signing in. Try again, or choose another way.',
  too_many_attempts: 'Too many attempts. Wait a little before you try again.',
  failed: 'Signing in did not work. Try again, or choose another way.',
};

/** Why the gateway sent the browser back from the OpenID provider without a session. */
export type OpenIdFailure = keyof typeof WORDS;

/** `?error=` of the sign-in page; an unknown reason counts as `failed`. */
export function openIdFailure(value: unknown): OpenIdFailure | undefined {
  if (typeof value !== 'string') return undefined;
  return Object.keys(WORDS).find((reason): reason is OpenIdFailure => reason === value) ?? 'failed';
}

export function describeOpenIdFailure(reason: OpenIdFailure): string {
  return WORDS[reason];
}
