import { expect, test } from 'vitest';
import type { ProfileChanges } from '#contract/customer.ts';
import { mergeProfile } from './merge-profile.ts';

const current = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700900123' };
const required = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };

test('a changed field is written, the others keep what Reservie says now', () => {
  const changes: ProfileChanges = { firstname: { from: 'Jane', to: 'Janet' } };
  expect(mergeProfile({ ...current, lastname: 'Jones' }, changes)).toEqual({
    kind: 'write',
    values: { ...current, firstname: 'Janet', lastname: 'Jones' },
    body: { ...required, firstname: 'Janet', lastname: 'Jones' },
  });
});

test('the mobile travels only if it was changed', () => {
  expect(mergeProfile(current, { mobile: { from: '07700900123', to: '07700900456' } })).toMatchObject({
    body: { ...required, mobile: '07700900456' },
  });
});

test('removing the mobile sends an empty one', () => {
  expect(mergeProfile(current, { mobile: { from: '07700900123', to: '' } })).toMatchObject({
    kind: 'write',
    body: { ...required, mobile: '' },
    values: { mobile: '' },
  });
});

test('a field that another user changed is a conflict that shows their value', () => {
  const changes: ProfileChanges = {
    email: { from: 'jane@example.com', to: 'j@example.com' },
    mobile: { from: '07700900123', to: '1' },
    lastname: { from: 'Smith', to: 'Jones' },
  };
  expect(mergeProfile({ ...current, email: 'x@example.com', mobile: '' }, changes)).toEqual({
    kind: 'conflict',
    fields: { email: 'Now “x@example.com” in Reservie', mobile: 'Now empty in Reservie' },
  });
});

test('another user having made the same change is no conflict', () => {
  const changes: ProfileChanges = {
    firstname: { from: 'Jane', to: 'Janet' },
    lastname: { from: 'Smith', to: 'Jones' },
  };
  expect(mergeProfile({ ...current, firstname: 'Janet' }, changes)).toMatchObject({
    kind: 'write',
    values: { firstname: 'Janet', lastname: 'Jones' },
  });
});

test('nothing is written when Reservie says all of it already', () => {
  const changes: ProfileChanges = { firstname: { from: 'Janet', to: 'Jane' }, mobile: { from: '', to: '07700900123' } };
  expect(mergeProfile(current, changes)).toEqual({ kind: 'unchanged' });
});
