import { describe, expect, test } from 'vitest';
import {
  canReservieAnswer,
  hasDatesReversed,
  isFiltered,
  readBookingsSearch,
  toBookingsRequest,
  withFilter,
  withPage,
} from './search.ts';

describe('reading a URL', () => {
  test('takes what a link of ours says', () => {
    expect(readBookingsSearch({ from: '2026-01-01', to: '2026-02-28', when: 'past', page: 2, size: 10 })).toEqual({
      from: '2026-01-01',
      to: '2026-02-28',
      when: 'past',
      page: 2,
      size: 10,
    });
    const all = {
      by: 'purchase',
      state: ['booked', 'refunded'],
      paid: ['KLARNA_LATER'],
      class: ['Yoga, hot', '108'],
      for: ['cust_1'],
      group: 'weekday',
      sort: 'paid',
      desc: true,
      open: 'booking_789',
    };
    expect(readBookingsSearch(all)).toEqual(all);
  });

  test('takes numbers as text and text as numbers, as typed by hand', () => {
    expect(readBookingsSearch({ page: '3', size: '100', state: 'cancelled', class: 108 })).toEqual({
      page: 3,
      size: 100,
      state: ['cancelled'],
      class: ['108'],
    });
  });

  test('takes links that were made before there was a choice of dates', () => {
    for (const upcoming of [true, 'true', 1]) expect(readBookingsSearch({ upcoming })).toEqual({ when: 'upcoming' });
  });

  test('leaves defaults out, so that a plain address stays plain', () => {
    expect(readBookingsSearch({ page: 1, size: 30, upcoming: false })).toEqual({});
  });

  test.each([
    [{ from: '2026-02-30' }],
    [{ from: '2025-02-29' }],
    [{ from: 20260101 }],
    [{ to: 'yesterday' }],
    [{ to: ['2026-01-01'] }],
    [{ page: -4 }],
    [{ page: 0 }],
    [{ page: 1.5 }],
    [{ page: 'two' }],
    [{ size: 7 }],
    [{ size: { a: 1 } }],
    [{ upcoming: 'perhaps' }],
    [{ by: 'birthday', when: 'soon', group: 'colour', sort: 'price' }],
    [{ state: ['lost'], paid: [], class: [''], for: [null, {}] }],
    [{ desc: true }],
    [{ class: 'x'.repeat(1000) }],
    [{ open: 'booking_<b>' }],
    [{ open: ['booking_1'] }],
    [{ from: null, to: null, page: null, size: null, upcoming: null }],
  ])('falls back for %j', (raw) => {
    expect(readBookingsSearch(raw)).toEqual({});
  });

  test('a leap day is a day', () => {
    expect(readBookingsSearch({ from: '2024-02-29' })).toEqual({ from: '2024-02-29' });
  });

  test('an absurd page is cut to one that can be asked', () => {
    expect(readBookingsSearch({ page: 9_999_999_999 })).toEqual({ page: 1_000_001 });
  });
});

test('names every key, so that the router lets no raw value through', () => {
  expect(Object.keys(readBookingsSearch({ page: 'two' })).toSorted()).toEqual([
    'by',
    'class',
    'desc',
    'for',
    'from',
    'group',
    'open',
    'page',
    'paid',
    'size',
    'sort',
    'state',
    'to',
    'when',
  ]);
});

describe('asking', () => {
  test('always says when to start: left out, three months would be meant', () => {
    expect(toBookingsRequest({})).toEqual({ startDate: '2000-01-01', futureOnly: false, page: 0, pageSize: 30 });
    expect(toBookingsRequest({ when: 'upcoming' })).toMatchObject({ startDate: '2000-01-01', futureOnly: true });
    expect(toBookingsRequest({ to: '2026-01-31' })).toMatchObject({ startDate: '2000-01-01', endDate: '2026-01-31' });
  });

  test('counts pages from zero', () => {
    expect(toBookingsRequest({ page: 3, size: 10 })).toMatchObject({ page: 2, pageSize: 10 });
  });

  test('asks for a single day, but not for dates that contradict each other', () => {
    expect(toBookingsRequest({ from: '2026-01-31', to: '2026-01-31' })).toBeDefined();
    expect(toBookingsRequest({ from: '2026-02-01', to: '2026-01-31' })).toBeUndefined();
    expect(hasDatesReversed({ from: '2026-02-01', to: '2026-01-31' })).toBe(true);
  });
});

test('a filter change goes to the first page and keeps the rest', () => {
  expect(withFilter({ page: 7, from: '2026-01-01', size: 10, open: 'booking_1' }, { when: 'upcoming' })).toEqual({
    from: '2026-01-01',
    size: 10,
    when: 'upcoming',
  });
  expect(withFilter({ page: 7, from: '2026-01-01' }, { from: undefined })).toEqual({});
});

test('a page change keeps the filter', () => {
  expect(withPage({ from: '2026-01-01', page: 2 }, 3)).toEqual({ from: '2026-01-01', page: 3 });
  expect(withPage({ from: '2026-01-01', page: 2 }, 1)).toEqual({ from: '2026-01-01' });
});

test('paging and page size are no filter', () => {
  expect(isFiltered({ page: 3, size: 10 })).toBe(false);
  expect(isFiltered({ to: '2026-01-01' })).toBe(true);
  expect(isFiltered({ when: 'past' })).toBe(true);
});

test('Reservie answers purchase dates and nothing else', () => {
  const dates = { by: 'purchase', from: '2026-01-01', when: 'upcoming', page: 2 } as const;
  expect(canReservieAnswer(dates)).toBe(true);
  expect(canReservieAnswer({ ...dates, by: undefined })).toBe(false);
  for (const more of [
    { when: 'past' },
    { state: ['booked'] },
    { paid: ['CASH'] },
    { group: 'class' },
    { sort: 'when' },
  ] as const) {
    expect(canReservieAnswer({ ...dates, ...more })).toBe(false);
  }
});
