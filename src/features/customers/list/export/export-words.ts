/** Stands wherever addresses leave. */
export const CONSENT_WORDS =
  'Reservie does not tell who has agreed to marketing: check consent before you write to customers.';
