import { expect, test } from 'vitest';
import type { ReservieHealth } from '#contract/gateway.ts';
import { describeHealth } from './describe-health.ts';

const since = '2026-03-03T14:02:00Z';

test('says how long a page waits while the budget is used up', () => {
  const limited: ReservieHealth = { state: 'limited', since, missingScopes: [] };
  expect(describeHealth({ ...limited, retryAfterMs: 12_300 }, '14:02')).toContain('wait about 13 s.');
  expect(describeHealth(limited, '14:02')).not.toContain('wait about');
});

test.each(['refused', 'down'] as const)('says since when Reservie is %s', (state) => {
  expect(describeHealth({ state, since, missingScopes: [] }, '14:02')).toContain('since 14:02');
});

test('names the permissions that are missing, once nothing worse is the matter', () => {
  const health: ReservieHealth = { state: 'ok', since, missingScopes: ['bookings:read', 'notes:read'] };
  expect(describeHealth(health, '14:02')).toContain('lacks the permissions “bookings:read”, “notes:read”.');
  expect(describeHealth({ ...health, missingScopes: ['notes:read'] }, '14:02')).toContain(
    'the permission “notes:read”',
  );
  expect(describeHealth({ ...health, state: 'down' }, '14:02')).not.toContain('notes:read');
});

test.each(['ok', 'slow'] as const)('has nothing to say while it is %s', (state) => {
  expect(describeHealth({ state, since, missingScopes: [] }, '14:02')).toBeUndefined();
});
