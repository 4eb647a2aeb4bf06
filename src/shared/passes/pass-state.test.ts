import { expect, test } from 'vitest';
import { arrangePasses, describeCredits, describeStart, passState, passTag } from './pass-state.ts';

const NOW = '2026-03-10T14:00:00';
const TEN = {
  credits_total: 10,
  credits_remaining: 3,
  purchased_at: '2026-02-01T10:00:00',
  starts_at: '2026-02-01T10:00:00',
  expires_at: '2026-06-01T23:59:59',
};

test.each([
  ['usable', {}],
  ['usable', { expires_at: '2026-03-10T14:00:01' }],
  ['expired', { expires_at: '2026-03-10T14:00:00' }],
  ['usable', { starts_at: '2026-03-10T14:00:00' }],
  ['notStarted', { starts_at: '2026-03-10T14:00:01' }],
  ['usable', { starts_at: null, expires_at: null }],
  ['usedUp', { credits_remaining: 0 }],
  ['expired', { credits_remaining: 0, expires_at: '2026-03-01T00:00:00' }],
  ['cancelled', { is_cancelled: true, credits_remaining: 0, expires_at: '2026-03-01T00:00:00' }],
])('is %s with %j', (state, change) => {
  expect(passState({ ...TEN, ...change }, NOW)).toBe(state);
});

test('warns of the last credit, but not of a pass that only ever had one', () => {
  expect(passTag({ ...TEN, credits_remaining: 1 }, NOW)?.words).toBe('Last credit');
  expect(passTag({ ...TEN, credits_total: 1, credits_remaining: 1 }, NOW)).toBeUndefined();
  expect(passTag({ ...TEN, credits_remaining: 2 }, NOW)).toBeUndefined();
});

test('says when it starts only where that is not the day of purchase', () => {
  expect(describeStart(TEN, NOW)).toBeUndefined();
  expect(describeStart({ ...TEN, starts_at: null }, NOW)).toBeUndefined();
  expect(describeStart({ ...TEN, starts_at: '2026-02-02T00:00:00' }, NOW)).toBe('Started 2 Feb 2026');
  expect(describeStart({ ...TEN, starts_at: '2026-03-11T00:00:00' }, NOW)).toBe('Starts 11 Mar 2026');
});

test('counts credits, and writes 999 as unlimited with the number apart', () => {
  expect(describeCredits(TEN)).toEqual({ words: '3 of 10 credits left' });
  expect(describeCredits({ ...TEN, credits_total: 1, credits_remaining: 0 }).words).toBe('0 of 1 credit left');
  expect(describeCredits({ ...TEN, credits_total: 999, credits_remaining: 981 })).toEqual({
    words: 'Unlimited',
    detail: '981 of 999 credits left',
  });
});

test('puts what expires first at the top, what never expires last, and the past by purchase', () => {
  const passes = [
    { ...TEN, id: 'never', expires_at: null },
    { ...TEN, id: 'used up', credits_remaining: 0, purchased_at: '2025-01-01T00:00:00' },
    { ...TEN, id: 'june' },
    { ...TEN, id: 'cancelled', is_cancelled: true, purchased_at: '2026-01-01T00:00:00' },
    { ...TEN, id: 'april', expires_at: '2026-04-01T00:00:00' },
  ];
  const { current, past } = arrangePasses(passes, NOW);
  expect(current.map(({ id }) => id)).toEqual(['april', 'june', 'never']);
  expect(past.map(({ id }) => id)).toEqual(['cancelled', 'used up']);
});
