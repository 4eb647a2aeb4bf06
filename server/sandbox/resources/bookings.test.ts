import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '#contract/endpoint.ts';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { toInstant } from '#kit/zoned-time.ts';
import { prepareInsert } from '../db/query.ts';
import { createPurchases } from '../db/seed/purchases.ts';
import { studioTime, threeMonthsBefore } from '../db/studio-time.ts';
import { openResources, type ResourcesUnderTest } from './resources-under-test.ts';

const NOW = '2026-06-15T12:00:00Z';

let studio: ResourcesUnderTest;

beforeAll(() => {
  studio = openResources({ customers: 4, bookings: 0, now: NOW });
});

beforeEach(() => {
  studio.database.exec('DELETE FROM purchase; DELETE FROM booking; DELETE FROM purchase_reader');
  studio.setNow(NOW);
});

let dateKey = 900_000;

/** Writes one purchase of John's (wall-clock time in the studio) with one class for each start. */
function buy(purchasedAt: string, starts: [datetime: string, tz: string][], customer = 456): void {
  const writeDate = prepareInsert(studio.database, 'event_date', [
    'id',
    'event_id',
    'datetime',
    'tz',
    'duration',
    'starts_at',
  ]);
  const event = {
    id: 42,
    name: 'Monday Yoga',
    currency: 'GBP',
    price: 1200,
    credits: 1,
    courseLength: 1,
    capacity: 18,
    pricingOption: 'abc123',
    dates: [],
  };
  const lines = starts.map(([datetime, tz]) => {
    dateKey += 1;
    const startsAt = toInstant(datetime, tz);
    writeDate({ id: dateKey, event_id: 42, datetime, tz, duration: 60, starts_at: startsAt });
    const date = { id: dateKey, event, startsAt, free: 10 };
    const flags = { isCancelled: false, isRefunded: false, attended: null };
    return { date, spaces: 1, ...flags, payment: { method: 'CASH' } };
  });
  const ids = { purchase: dateKey, bookings: lines.map((line) => line.date.id) };
  createPurchases(studio.database).buy(customer, toInstant(purchasedAt, 'Europe/London'), lines, ids);
}

async function list(query: Call<typeof reservie.listBookings>['query']) {
  return studio.ask(reservie.listBookings, { params: { customerId: CustomerId.parse('cust_456') }, query });
}

const LONDON = 'Europe/London';

test('an unknown method keeps its raw name', async () => {
  buy('2026-06-01T10:00:00', [['2026-06-02T09:00:00', LONDON]]);
  expect((await list({})).data[0]?.bookings[0]?.payment).toEqual({ method: 'CASH' });
});

describe('purchase dates', () => {
  test('both ends are inclusive, to the last second of the day in the studio’s zone', async () => {
    for (const at of ['2026-04-30T23:59:59', '2026-05-01T00:00:00', '2026-05-31T23:59:59', '2026-06-01T00:00:00']) {
      buy(at, [['2026-07-01T09:00:00', LONDON]]);
    }
    const { data } = await list({ startDate: '2026-05-01', endDate: '2026-05-31' });
    expect(data.map((each) => each.purchase_date)).toEqual(['2026-05-31T23:59:59', '2026-05-01T00:00:00']);
  });

  test('without startDate, purchases older than three months are hidden, even if the class is next week', async () => {
    buy('2026-01-10T10:00:00', [['2026-06-20T09:00:00', LONDON]]);
    buy('2026-03-14T23:59:59', [['2026-06-20T09:00:00', LONDON]]);
    buy('2026-03-15T00:00:00', [['2026-06-20T09:00:00', LONDON]]);
    expect((await list({})).total).toBe(1);
    expect((await list({ future_only: true })).total).toBe(1);
    expect((await list({ future_only: true, startDate: '2000-01-01' })).total).toBe(3);
  });

  test('an end before the start matches nothing', async () => {
    buy('2026-06-01T10:00:00', [['2026-06-20T09:00:00', LONDON]]);
    expect(await list({ startDate: '2026-06-02', endDate: '2026-05-01' })).toMatchObject({ total: 0, data: [] });
  });

  test.each([
    ['a winter day', '2026-02-25T12:00:00Z', '2025-11-25'],
    ['a month end that the earlier month lacks', '2026-05-31T12:00:00Z', '2026-02-28'],
    ['the same in a leap year', '2028-05-31T12:00:00Z', '2028-02-29'],
    ['over the turn of the year', '2026-01-31T12:00:00Z', '2025-10-31'],
    ['after local midnight in summer, when UTC is a day behind', '2026-06-30T23:30:00Z', '2026-04-01'],
    ['just before the clocks go forward', '2026-03-29T00:59:59Z', '2025-12-29'],
    ['the evening of the day they went forward', '2026-03-29T23:00:00Z', '2025-12-30'],
    ['the evening of the day they went back', '2026-10-25T23:30:00Z', '2026-07-25'],
  ])('three months before %s', (_, instant, expected) => {
    expect(threeMonthsBefore(Date.parse(instant))).toBe(expected);
  });
});

describe('future_only', () => {
  test.each([
    ['an hour ahead on the day the clocks go forward', '2026-03-29T00:30:00Z', '2026-03-29T02:30:00', LONDON, 1],
    ['begun, though its wall time is later than UTC', '2026-03-29T01:45:00Z', '2026-03-29T02:30:00', LONDON, 0],
    ['in the first of the hours that occur twice', '2026-10-25T00:15:00Z', '2026-10-25T01:30:00', LONDON, 1],
    [
      'begun in that hour, while the wall clock shows it again',
      '2026-10-25T01:15:00Z',
      '2026-10-25T01:30:00',
      LONDON,
      0,
    ],
    [
      'in Madrid, an hour before the same time in London',
      '2026-06-15T07:30:00Z',
      '2026-06-15T09:00:00',
      'Europe/Madrid',
      0,
    ],
    ['in London at that moment', '2026-06-15T07:30:00Z', '2026-06-15T09:00:00', LONDON, 1],
    ['in New York, still hours away', '2026-06-15T12:00:00Z', '2026-06-15T09:00:00', 'America/New_York', 1],
    ['starting this very second', '2026-06-15T08:00:00Z', '2026-06-15T09:00:00', LONDON, 0],
  ])('a class %s', async (_, moment, datetime, tz, expected) => {
    studio.setNow(moment);
    buy('2026-01-02T10:00:00', [[datetime, tz]]);
    expect((await list({ future_only: true, startDate: '2000-01-01' })).total).toBe(expected);
  });

  test('a purchase keeps its future bookings only, and is gone with the last of them', async () => {
    buy('2026-06-01T10:00:00', [
      ['2026-06-10T09:00:00', LONDON],
      ['2026-06-17T09:00:00', LONDON],
    ]);
    const starts = async (): Promise<string[][]> =>
      (await list({ future_only: true })).data.map((each) =>
        each.bookings.map((booking) => booking.event.date.datetime),
      );
    expect(await starts()).toEqual([['2026-06-17T09:00:00']]);
    studio.setNow('2026-06-17T08:00:00Z');
    expect(await starts()).toEqual([]);
    expect((await list({})).data[0]?.bookings).toHaveLength(2);
  });

  test('false is the default', async () => {
    buy('2026-06-01T10:00:00', [['2026-06-10T09:00:00', LONDON]]);
    expect((await list({ future_only: false })).total).toBe(1);
    expect((await list({})).total).toBe(1);
  });
});

describe('pages', () => {
  beforeEach(() => {
    for (let day = 1; day <= 31; day += 1)
      buy(studioTime(Date.parse(NOW) - day * 3_600_000), [['2026-07-01T09:00:00', LONDON]]);
  });

  test('30 to a page, counted from 0; what lies beyond is empty but keeps the total', async () => {
    expect(await list({})).toMatchObject({ total: 31, page: 0, pageSize: 30 });
    expect((await list({ page: 1 })).data).toHaveLength(1);
    expect(await list({ page: 2 })).toEqual({ data: [], total: 31, page: 2, pageSize: 30 });
  });

  test('page by page, every purchase once, latest first', async () => {
    const pages = await Promise.all([0, 1, 2, 3, 4].map((page) => list({ page, pageSize: 7 })));
    const dates = pages.flatMap((page) => page.data.map((each) => each.purchase_date));
    expect(new Set(dates).size).toBe(31);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test('1 and 100 are the smallest and the largest page', async () => {
    expect((await list({ pageSize: 1 })).data).toHaveLength(1);
    expect((await list({ pageSize: 100 })).data).toHaveLength(31);
  });
});

test.each([
  'page=-1',
  'page=1.5',
  'page=x',
  'page=',
  'pageSize=0',
  'pageSize=101',
  'future_only=yes',
  'future_only=1',
  'startDate=2026-02-30',
  'startDate=01/02/2026',
  'startDate=2026-1-1',
  'endDate=tomorrow',
  'page=0&page=1',
])('%s is refused with 400', async (query) => {
  expect((await studio.send(`/customer/cust_456/bookings?${query}`)).status).toBe(400);
});

test.each(['txn_99999', 'txn_abc'])('%s is not found', async (id) => {
  expect((await studio.send(`/customer/cust_456/booking/${id}`)).status).toBe(404);
});

test('the single endpoint takes the transaction’s id, not the booking’s', async () => {
  expect((await studio.send('/customer/cust_456/booking/booking_789')).status).toBe(404);
});
