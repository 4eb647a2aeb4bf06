import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookingsOutlineLine } from '#contract/bookings-outline.ts';
import { CustomerAtHand } from '#contract/gateway.ts';
import { drawBookings, wholePurchases } from './outline-bookings.ts';
import { drawTabs } from './outline-tabs.ts';

const LINE: BookingsOutlineLine = {
  month: 'Nov',
  day: '27',
  clock: 'Fri 07:00',
  notes: 'tomorrow · 45 min',
  href: '/customers/cust_1/bookings/txn_1#booking_1',
  name: 'Mat Pilates',
  origin: 'bought 5 Nov',
  attendee: { name: 'John Smith', href: '/customers/cust_2/bookings' },
  spaces: '2 spaces',
  buyer: { name: 'Jane Smith' },
  paid: '£14.00',
  net: '£12.00 net',
  states: [{ words: 'Booked', color: 'good' }],
  isOverlapping: true,
  isQuiet: false,
};

function draw(line: Partial<BookingsOutlineLine>) {
  const groups = [{ title: 'Coming up', sums: '1 booking', lines: [{ ...LINE, ...line }] }];
  return drawBookings({ count: '1 booking', sentence: 'at any time', isWhole: false, groups });
}

test('a line has the class and other people as links, and what was paid', () => {
  const drawn = draw({});
  expect(drawn).toContain('<a href="/customers/cust_1/bookings/txn_1#booking_1"><bdi>Mat Pilates</bdi></a>');
  expect(drawn).toContain('<a href="/customers/cust_2/bookings"><bdi>John Smith</bdi></a>');
  expect(drawn).toContain('<small>bought by <bdi>Jane Smith</bdi></small>');
  expect(drawn).toContain('<td>£14.00<small>£12.00 net</small></td>');
  expect(drawn).toContain('<em data-color="good">Booked</em><em data-color="outlined">Overlaps</em>');
  expect(drawn).toContain('<bdi>Coming up</bdi><span>1 booking</span>');
});

test('what is over is quiet', () => {
  expect(draw({ isQuiet: true })).toContain('<tr data-quiet>');
  expect(draw({})).not.toContain('data-quiet');
});

/** The markup without the text in it. */
function tagsOf(markup: string): string {
  return markup.replaceAll(/>[^<>]*</g, '><');
}

test('whatever classes and people are called, it stays text', () => {
  const text = string({ unit: constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', ' ', '\0', '!', '-') });
  const plain = tagsOf(draw({}));
  assert(
    property(text, text, text, (name, paid, words) => {
      const line = {
        name,
        origin: name,
        paid,
        net: paid,
        notes: words,
        attendee: { ...LINE.attendee, name: words },
        buyer: { name },
      };
      expect(tagsOf(draw(line))).toBe(plain);
    }),
  );
});

function kept(data: unknown[], total = data.length) {
  return CustomerAtHand.parse({ purchases: { answer: { data, total, page: 0, pageSize: 100 }, ageMs: 0 } }).purchases;
}

describe('all purchases', () => {
  const purchase = { id: 'txn_1', type: 'event-booking' as const, purchase_date: '2026-11-05T10:00:00', bookings: [] };
  test('are whole when each of them is there and can be read', () => {
    expect(wholePurchases(kept([purchase]))).toHaveLength(1);
    expect(wholePurchases(kept([purchase], 101))).toBeUndefined();
    expect(wholePurchases(kept([purchase, { unreadable: true, id: null, problems: ['bookings'] }]))).toBeUndefined();
    expect(wholePurchases(kept([]))).toEqual([]);
    expect(wholePurchases(undefined)).toBeUndefined();
  });
});

test('tabs lead to themselves, count what is known, and offer the history to managers only', () => {
  const noteCount = { answer: { total: 2 }, ageMs: 0 };
  const drawn = drawTabs('cust_1', 'bookings', 'manager', { noteCount });
  expect(drawn).toContain('<a href="/customers/cust_1/bookings" aria-current="page">Bookings</a>');
  expect(drawn).toContain('<a href="/customers/cust_1/notes">Notes <span>2</span></a>');
  expect(drawn).toContain('>Passes</a>');
  expect(drawn).toContain('>History</a>');
  expect(drawTabs('cust_1', 'bookings', 'desk', {})).not.toContain('History');
});
