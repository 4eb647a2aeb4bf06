import { expect, test } from 'vitest';
import type { ProfileChanges } from '#contract/customer.ts';
import { Problem } from '../http/problem.ts';
import { describeWriteProblem } from './describe-write-problem.ts';

const RENAMED: ProfileChanges = { firstname: { from: 'Ron', to: 'Ronald' } };
const MOVED: ProfileChanges = { email: { from: 'a@example.com', to: 'b@example.com' } };

function refuse(upstreamMessage: string | undefined, changes: ProfileChanges, upstreamStatus = 400) {
  const details = { upstreamStatus, ...(upstreamMessage !== undefined && { upstreamMessage }) };
  const worded = describeWriteProblem(new Problem('invalid_request', 'refused', details), changes);
  if (!(worded instanceof Problem)) throw new Error('not worded');
  return { message: worded.message, fields: worded.details.fields };
}

test.each([
  ['email: Enter an e-mail address like name@example.com', 'email', 'e-mail address'],
  ['The E-mail is invalid', 'email', 'e-mail address'],
  ['"mobile" must be a phone number', 'mobile', 'mobile number'],
  ['lastname is required', 'lastname', 'last name'],
  ['Last name: too long', 'lastname', 'last name'],
])('a refusal “%s” stands on its field, and says that it was there before', (said, field, called) => {
  const sentence = `Reservie does not accept this ${called}, which was here before your change. Correct it to save.`;
  expect(refuse(said, RENAMED)).toEqual({
    message: 'Reservie did not save the changes.',
    fields: { [field]: sentence },
  });
});

test('a field that staff changed was not there before', () => {
  expect(refuse('email is not deliverable', MOVED).fields).toEqual({
    email: 'Reservie does not accept this e-mail address',
  });
});

test('several fields may be refused at once', () => {
  const { fields } = refuse('firstname: too short; email: not valid', RENAMED);
  expect(Object.keys(fields ?? {}).toSorted()).toEqual(['email', 'firstname']);
  expect(fields?.['firstname']).toBe('Reservie does not accept this first name');
});

test('a refusal that names no field is told as it is', () => {
  expect(refuse('Account on hold', RENAMED)).toEqual({ message: 'Account on hold', fields: undefined });
  expect(refuse(undefined, RENAMED).message).toBe('Reservie does not accept these changes.');
});

test.each([
  ['email already in use', 400],
  ['This e-mail exists', 400],
  ['email', 409],
  [undefined, 409],
])('an address that is taken is told once, on its field: %s, %d', (said, status) => {
  expect(refuse(said, MOVED, status).fields).toEqual({
    email: 'Another customer already signs in with this address',
  });
});
