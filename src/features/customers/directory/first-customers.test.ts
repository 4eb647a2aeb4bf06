import { expect, test } from 'vitest';
import { customer } from './customer-fixture.ts';
import { isFirstScreen, toFirstAnswer, withKnownLength } from './first-customers.ts';

const USUAL = { q: '', status: 'active', sort: 'name', direction: 'asc' } as const;
const FIRST = toFirstAnswer({
  data: [customer('cust_1', 'Jane', 'Smith')],
  counts: { active: 90, archived: 10 },
  unreadable: [],
  asOf: '2026-03-03T14:02:00Z',
});

test('only the list as it is first opened begins with the first screen', () => {
  expect(isFirstScreen(USUAL)).toBe(true);
  expect(isFirstScreen({ ...USUAL, filters: { mobile: undefined } })).toBe(true);
  expect(isFirstScreen({ ...USUAL, q: 'a' })).toBe(false);
  expect(isFirstScreen({ ...USUAL, status: 'all' })).toBe(false);
  expect(isFirstScreen({ ...USUAL, sort: 'email' })).toBe(false);
  expect(isFirstScreen({ ...USUAL, direction: 'desc' })).toBe(false);
  expect(isFirstScreen({ ...USUAL, filters: { mobile: 'none' } })).toBe(false);
});

test('the first screen knows how many there are', () => {
  expect(FIRST).toMatchObject({ total: 90, counts: { active: 90, archived: 10, all: 100 }, everyone: 100 });
});

test('a list that arrives does not shrink under the one who scrolls it; one that broke off says what is here', () => {
  const part = { ...FIRST, resultId: 1, total: 20, counts: { active: 20, archived: 0, all: 20 } };
  expect(withKnownLength({ ...part, arrival: { arrived: 20, isBroken: false } }, FIRST).total).toBe(90);
  expect(withKnownLength({ ...part, arrival: { arrived: 20, isBroken: true } }, FIRST).total).toBe(20);
  expect(withKnownLength(part, FIRST).total).toBe(20);
  expect(withKnownLength({ ...part, arrival: { arrived: 20, isBroken: false } }, undefined).total).toBe(20);
});
