import { expect, test } from 'vitest';
import type { ProfileVersion } from '#contract/history.ts';
import { changedFields, describeOrigin } from './version-rules.ts';

const JANE: ProfileVersion = {
  at: '2026-03-03T09:00:00Z',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '',
  archived: null,
  origin: 'first',
  by: null,
};

test.each([
  [{}, 'As Studio Desk first saw it'],
  [{ origin: 'outside' }, 'Changed outside Studio Desk'],
  [{ origin: 'desk', by: 'Dee Desk' }, 'Changed by Dee Desk'],
  [{ origin: 'desk' }, 'Changed by a member of staff'],
] as const)('%j is worded "%s"', (change, words) => {
  expect(describeOrigin({ ...JANE, ...change })).toBe(words);
});

test('only what differs from the version before counts as changed', () => {
  expect([...changedFields({ ...JANE, firstname: 'Janet', mobile: '1' }, JANE)]).toEqual(['firstname', 'mobile']);
  expect([...changedFields({ ...JANE, archived: false }, JANE)]).toEqual([]);
  expect([...changedFields({ ...JANE, archived: true }, { ...JANE, archived: false })]).toEqual(['archived']);
  expect([...changedFields(JANE, undefined)]).toEqual([]);
});
