import { expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import { type HistoryEntry, history } from '#contract/history.ts';
import type { Staff } from '#contract/session.ts';
import { staffApi } from '#contract/staff.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import { jointOf, nameStaff, stateOf, describeEntry, describeField, describeValue } from './history-rules.ts';

const ENTRY: HistoryEntry = {
  id: '1',
  at: '2026-03-03T09:00:00Z',
  staff: { id: 's', name: 'Dee Desk', role: 'desk', email: null },
  action: 'updateProfile',
  customerId: null,
  subject: null,
  changes: [{ field: 'mobile', before: '', after: '1' }],
  result: 'done',
  confirmation: null,
  code: null,
  requestId: null,
};

test.each([
  [{}, 'Dee Desk changed the profile'],
  [{ action: 'changedOutside', staff: null }, 'Changed outside Studio Desk'],
  [{ action: 'updateProfile', staff: null }, 'An unknown user changed the profile'],
  [{ result: 'refused' }, 'Dee Desk tried to change the profile'],
  [{ result: null }, 'Dee Desk tried to change the profile'],
  [{ action: 'listNotes' }, 'Dee Desk looked at the notes'],
  [{ action: 'listNotes', result: 'refused' }, 'Dee Desk tried to look at the notes'],
  [{ action: 'signIn' }, 'Dee Desk signed in'],
  [{ action: 'signIn', staff: null }, 'An unknown user gave the right password'],
  [{ action: 'signIn', staff: null, result: 'refused' }, 'An unknown user tried to sign in'],
  [{ action: 'printPasswordLink', staff: null }, 'A new-password link was made on the server'],
  [{ action: 'somethingNew' }, 'Dee Desk somethingNew'],
])('%j is worded "%s"', (changes, words) => {
  expect(describeEntry({ ...ENTRY, ...changes } as HistoryEntry)).toBe(words);
});

test.each([
  [{}, ' of '],
  [{ action: 'listNotes' }, ' of '],
  [{ action: 'changedOutside', staff: null }, ': '],
  [{ action: 'inviteStaff' }, ' '],
  [{ action: 'makePasswordLink' }, ' for '],
  [{ action: 'signIn', staff: null, result: 'refused' }, ' as '],
  [{ action: 'signIn', staff: null }, ' for '],
])('%j is joined to whom it is about by "%s"', (changes, joint) => {
  expect(jointOf({ ...ENTRY, ...changes } as HistoryEntry)).toBe(joint);
});

/** What leaves a record: every write, and every read that needs a role. */
const recorded = Object.entries<Endpoint>({ ...gateway, ...staffApi, ...history, ...studioSettings })
  .filter(([name, { method, access }]) => {
    if (name === 'getSession' || name === 'beginOpenId') return false;
    return method !== 'GET' || access === 'desk' || access === 'manager' || name === 'getProfile';
  })
  .map(([name]) => name);

test.each([...recorded, 'listAppointments', 'signInWithOpenId', 'recordsLost'])('there are words for %s', (action) => {
  for (const result of ['done', 'refused'] as const)
    expect(describeEntry({ ...ENTRY, action, result })).not.toContain(action);
});

test.each([
  [{}, 'Saved'],
  [{ confirmation: 'confirmed' }, 'Confirmed'],
  [{ confirmation: 'not_confirmed' }, 'Saved, not confirmed after 5 minutes'],
  [{ result: null }, 'Not known how it ended'],
  [{ result: 'unclear' }, 'Not certain whether it was saved'],
  [{ action: 'getProfile', changes: [] }, undefined],
] as const)('%j is shown as "%s"', (changes, words) => {
  expect(stateOf({ ...ENTRY, ...changes } as HistoryEntry)?.words).toBe(words);
});

test('fields and values are in the words of the desk', () => {
  expect([
    describeField('email'),
    describeValue(''),
    describeValue(null),
    describeValue('true'),
    describeValue('Jane'),
  ]).toEqual(['E-mail address', 'empty', 'empty', 'yes', 'Jane']);
});

const DEE: Staff = {
  id: '1',
  name: 'Dee',
  email: 'dee@example.com',
  role: 'desk',
  isDisabled: false,
  hasPassword: true,
  hasTwoFactor: false,
  needsTwoFactor: false,
  lastSignInAt: null,
};

test('an e-mail address stands only where a name does not say enough', () => {
  const namesake = { ...DEE, id: '2', email: 'dee.two@example.com', isDisabled: true };
  expect(nameStaff(DEE, [DEE])).toBe('Dee');
  expect(nameStaff(DEE, [DEE, namesake])).toBe('Dee, dee@example.com');
  expect(nameStaff(namesake, [DEE, namesake])).toBe('Dee, dee.two@example.com (disabled)');
});
