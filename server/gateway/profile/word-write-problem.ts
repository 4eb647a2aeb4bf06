import type { ProfileChanges } from '#contract/customer.ts';
import { NotSent, Problem } from '../http/problem.ts';

const DUPLICATE = /already|exists|taken|in use|duplicate|unique/i;

/** What to tell staff whose save Reservie did not take. */
export function wordWriteProblem(error: unknown, changes: ProfileChanges): unknown {
  if (!(error instanceof Problem) || error instanceof NotSent) return error;
  const { upstreamStatus, upstreamMessage, ...details } = error.details;
  if (error.code === 'invalid_request') {
    if (changes.email && isDuplicate(upstreamStatus, upstreamMessage)) {
      const fields = { email: 'Another customer already signs in with this address' };
      return new Problem('invalid_request', 'This e-mail address is taken.', { fields });
    }
    return new Problem('invalid_request', upstreamMessage ?? 'Reservie does not accept these changes.', details);
  }
  if (isUnclear(error)) {
    return new Problem(error.code, `${error.message} The change may or may not be saved: look before you repeat it.`, {
      ...details,
      isUnclear: true,
    });
  }
  return error;
}

/** The connection ended before the answer, or Reservie failed on the way to it: the write may have been done all the same. */
export function isUnclear(error: unknown): error is Problem {
  if (!(error instanceof Problem) || error instanceof NotSent) return false;
  const { upstreamStatus = 500 } = error.details;
  return upstreamStatus >= 500 && UNCLEAR.has(error.code);
}

const UNCLEAR = new Set<string>(['reservie_timeout', 'reservie_unavailable', 'reservie_malformed']);

/** Refused with 400 today [assumed], with 409 by the older generation (docs/reservie-api.md, "Customers"). */
function isDuplicate(status: number | undefined, message: string | undefined): boolean {
  if (message === undefined) return status === 409;
  return /e-?mail/i.test(message) && (status === 409 || DUPLICATE.test(message));
}
