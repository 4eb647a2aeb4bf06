import { assert, constantFrom, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { customer } from './customer-fixture.ts';
import {
  type CustomerFilters,
  FILTER_OPTIONS,
  type Knowledge,
  NO_KNOWLEDGE,
  chosenOptions,
  countOptions,
  isChosen,
  makeFilter,
  toggleOption,
} from './filters.ts';

const NOW = Date.parse('2026-03-31T12:00:00Z');
const DAY = 86_400_000;
const JANE = customer('cust_1', 'Jane', 'Smith', { mobile: '07700 900123' });
const JOHN = customer('cust_2', 'John', 'Smith', { mobile: '' });
const ANN = customer('cust_3', 'Ann', 'Ash', { mobile: '12', email: 'ann@@example.com' });
const NO_ADDRESS = customer('cust_4', 'Ned', 'None', { mobile: '-', email: ' ' });
const PEOPLE = [JANE, JOHN, ANN, NO_ADDRESS];
const KNOWLEDGE: Knowledge = {
  ...NO_KNOWLEDGE,
  now: NOW,
  firstSeen: new Map([
    ['cust_1', NOW - 3 * DAY],
    ['cust_2', NOW - 40 * DAY],
  ]),
  changed: new Set(['cust_2']),
  duplicates: new Set(['cust_1', 'cust_3']),
};

function who(filters: CustomerFilters): string[] {
  const passes = makeFilter(filters, KNOWLEDGE);
  return PEOPLE.filter((person) => passes?.(person) ?? true).map(({ id }) => id.slice(5));
}

test.each<[CustomerFilters, string[]]>([
  [{}, ['1', '2', '3', '4']],
  [{ mobile: 'has' }, ['1', '3']],
  [{ mobile: 'none' }, ['2', '4']],
  [{ mobile: 'wrong' }, ['3', '4']],
  [{ email: 'none' }, ['4']],
  [{ email: 'wrong' }, ['3']],
  [{ duplicate: true }, ['1', '3']],
  [{ isNew: 7 }, ['1']],
  [{ isNew: 30 }, ['1']],
  [{ isNew: 90 }, ['1', '2']],
  [{ changed: true }, ['2']],
  [{ duplicate: true, mobile: 'wrong' }, ['3']],
  [{ changed: true, isNew: 7 }, []],
])('%j shows %j', (filters, ids) => {
  expect(who(filters)).toEqual(ids);
});

test('each option says how many it would show, the other filters as they are', () => {
  const counts = countOptions(PEOPLE, { duplicate: true, mobile: 'has' }, KNOWLEDGE);
  expect(counts).toHaveLength(FILTER_OPTIONS.length);
  for (const [at, option] of FILTER_OPTIONS.entries()) {
    expect(counts[at], JSON.stringify(option)).toBe(who({ duplicate: true, mobile: 'has', ...option }).length);
  }
});

test('an option is chosen in place of another of its kind, and taken away again', () => {
  expect(toggleOption({ mobile: 'none', changed: true }, { mobile: 'has' })).toEqual({ mobile: 'has', changed: true });
  expect(toggleOption({ mobile: 'has', changed: true }, { mobile: 'has' })).toEqual({ changed: true });
});

test('whatever is toggled is so afterwards, alone of its kind, and what is chosen is said', () => {
  const some = subarray([...FILTER_OPTIONS]).map((options): CustomerFilters => Object.assign({}, ...options));
  assert(
    property(some, constantFrom(...FILTER_OPTIONS), (filters, option) => {
      const toggled = toggleOption(filters, option);
      expect(isChosen(toggled, option)).toBe(!isChosen(filters, option));
      const isOther = (one: object) => !Object.keys(option).every((name) => name in one);
      expect(chosenOptions(toggled).filter(isOther)).toEqual(chosenOptions(filters).filter(isOther));
    }),
  );
});
