import { expect, test } from 'vitest';
import { HttpError } from '#shared/api/errors.ts';
import { faultsOf, isSaidOnFields } from './profile-faults.ts';

function refused(code: 'invalid_request' | 'conflict', fields: Record<string, string>): HttpError {
  return new HttpError(400, { code, message: 'Refused', requestId: 'r-1', fields });
}

test('a fault stands on its field, however deep its path goes', () => {
  const failure = refused('invalid_request', { 'email.to': 'Enter an address', mobile: 'No digit', other: 'Ignored' });
  expect(faultsOf(failure)).toEqual([
    ['email', 'Enter an address'],
    ['mobile', 'No digit'],
  ]);
});

test('an address that is taken is said once: on its field, not below the form too', () => {
  expect(isSaidOnFields(refused('invalid_request', { email: 'Taken' }))).toBe(true);
});

test('a clash is explained below the form, since the fields only say what stands there now', () => {
  expect(isSaidOnFields(refused('conflict', { email: 'Now “x” in Reservie' }))).toBe(false);
  expect(isSaidOnFields(refused('invalid_request', {}))).toBe(false);
  expect(isSaidOnFields(new Error('no network'))).toBe(false);
  expect(faultsOf(undefined)).toEqual([]);
});
