import { expect, test } from 'vitest';
import type { HistoryEntry } from '#contract/history.ts';
import { stateOf, wordEntry, wordField, wordValue } from './history-words.ts';

const ENTRY: HistoryEntry = {
  id: '1',
  at: '2026-03-03T09:00:00Z',
  staff: { id: 's', name: 'Dee Desk', role: 'desk' },
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
  [{ action: 'updateProfile', staff: null }, 'Somebody changed the profile'],
  [{ action: 'somethingNew' }, 'Dee Desk somethingNew'],
])('%j is worded "%s"', (changes, words) => {
  expect(wordEntry({ ...ENTRY, ...changes })).toBe(words);
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
  expect([wordField('email'), wordValue(''), wordValue(null), wordValue('true'), wordValue('Jane')]).toEqual([
    'E-mail address',
    'empty',
    'empty',
    'yes',
    'Jane',
  ]);
});
