import type { ProfileField } from '#contract/customer.ts';
import { HttpError } from '#shared/api/errors.ts';
import { PROFILE_FIELDS } from './profile-rules.ts';

/** What a refused save says of single fields; their paths may go deeper (`email.to`). */
export function faultsOf(failure: unknown): [ProfileField, string][] {
  const said = failure instanceof HttpError ? Object.entries(failure.body.fields ?? {}) : [];
  return said.flatMap(([path, message]): [ProfileField, string][] => {
    const field = PROFILE_FIELDS.find((name) => name === path.split('.')[0]);
    return field === undefined ? [] : [[field, message]];
  });
}

/** Whether the fields say all of it: said below the form once more, it would look like a second fault. */
export function isSaidOnFields(failure: unknown): boolean {
  return failure instanceof HttpError && failure.body.code === 'invalid_request' && faultsOf(failure).length > 0;
}
