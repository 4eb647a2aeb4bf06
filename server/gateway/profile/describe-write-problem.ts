import type { ProfileChanges, ProfileField } from '#contract/customer.ts';
import { NotSent, Problem } from '../http/problem.ts';

const DUPLICATE = /already|exists|taken|in use|duplicate|unique/i;

/** What to tell staff whose save Reservie did not take. */
export function describeWriteProblem(error: unknown, changes: ProfileChanges): unknown {
  if (!(error instanceof Problem) || error instanceof NotSent) return error;
  const { upstreamStatus, upstreamMessage, ...details } = error.details;
  if (error.code === 'invalid_request') {
    if (changes.email && isDuplicate(upstreamStatus, upstreamMessage)) {
      const fields = { email: 'Another customer already signs in with this address' };
      return new Problem('invalid_request', 'This e-mail address is taken.', { fields });
    }
    const fields = describeRefusal(upstreamMessage ?? '', changes);
    return fields
      ? new Problem('invalid_request', 'Reservie did not save the changes.', { ...details, fields })
      : new Problem('invalid_request', upstreamMessage ?? 'Reservie does not accept these changes.', details);
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

/** How an error may name a field [assumed], and what staff call it. */
const FIELDS: Record<ProfileField, { named: RegExp; called: string }> = {
  firstname: { named: /\bfirst[ _-]?name\b/i, called: 'first name' },
  lastname: { named: /\b(?:last[ _-]?name|surname)\b/i, called: 'last name' },
  email: { named: /\be-?mail\b/i, called: 'e-mail address' },
  mobile: { named: /\b(?:mobile|phone)\b/i, called: 'mobile number' },
};

/** A sentence for each field that a refusal names; it has to be put right even where staff did not touch it. */
function describeRefusal(message: string, changes: ProfileChanges): Partial<Record<ProfileField, string>> | undefined {
  const named = Object.entries(FIELDS).filter(([, { named }]) => named.test(message));
  if (named.length === 0) return undefined;
  return Object.fromEntries(
    named.map(([field, { called }]) => [
      field,
      field in changes
        ? `Reservie does not accept this ${called}`
        : `Reservie does not accept this ${called}, which was here before your change. Correct it to save.`,
    ]),
  );
}
