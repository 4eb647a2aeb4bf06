import { expect, test } from 'vitest';
import { arrangeSubscriptions, describeGrace, describeState, renewalLabel } from './subscription-state.ts';

test.each([
  ['ACTIVE', 'Active', 'good'],
  ['PAUSED', 'Paused', 'warn'],
  ['SUSPENDED', 'Payment failed', 'bad'],
  ['PENDING_MANDATE', 'Pending mandate', 'neutral'],
])('says of %s: %s', (state, words, tone) => {
  expect(describeState(state)).toMatchObject({ words, tone });
});

test('explains only what needs staff to act', () => {
  expect(describeState('SUSPENDED').meaning).toMatch(/payment did not go through/);
  expect(describeState('ACTIVE').meaning).toBeUndefined();
});

test('counts days of grace', () => {
  expect([0, 1, 7].map(describeGrace)).toEqual(['None', '1 day', '7 days']);
});

test('does not announce a renewal that is over', () => {
  expect(renewalLabel('2026-03-09', '2026-03-10')).toBe('Renewal was due');
  expect(renewalLabel('2026-03-10', '2026-03-10')).toBe('Renews on');
});

test('puts failed payments first and unknown states last, latest first among equals', () => {
  const rows = [
    { state: 'ENDED', created: '2026-05-01T00:00:00Z' },
    { state: 'PAUSED', created: '2026-04-01T00:00:00Z' },
    { state: 'ACTIVE', created: '2025-01-01T00:00:00Z' },
    { state: 'ACTIVE', created: '2026-01-01T00:00:00Z' },
    { state: 'SUSPENDED', created: '2024-01-01T00:00:00Z' },
  ];
  expect(arrangeSubscriptions(rows).map(({ state, created }) => `${state} ${created.slice(0, 4)}`)).toEqual([
    'SUSPENDED 2024',
    'ACTIVE 2026',
    'ACTIVE 2025',
    'PAUSED 2026',
    'ENDED 2026',
  ]);
});
