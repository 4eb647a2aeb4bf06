import { expect, test } from 'vitest';
import { json } from '../testing/fake-reservie.ts';
import { startGateway } from '../testing/gateway-under-test.ts';

const LIST = 'GET /customer/cust_123/bookings';
const EMPTY = json(200, { data: [], total: 0, page: 0, pageSize: 30 });

const TRANSACTION = {
  id: 'txn_456',
  type: 'event-booking',
  purchase_date: '2026-01-15T10:30:00',
  bookings: [
    {
      id: 'booking_789',
      type: 'event-booking',
      is_cancelled: false,
      is_refunded: false,
      spaces: 1,
      purchased_by: {
        id: 'cust_123',
        type: 'customer',
        firstname: 'Jane',
        lastname: 'Smith',
        email: 'jane@example.com',
      },
      event: {
        id: 'evt_42',
        type: 'event',
        name: 'Monday Yoga',
        date: {
          id: 'date_501',
          type: 'event_date',
          datetime: '2026-03-03T09:00:00',
          tz: 'Europe/London',
          duration: 60,
        },
      },
      pricing_option: { id: 'po-abc123' },
      payment: { method: 'CARD', currency: 'GBP', base100gross_price: 1200, base100net_price: 1200 },
    },
  ],
};

test.each([
  ['startDate=2000-01-01', 'page=0&pageSize=30&future_only=false&startDate=2000-01-01'],
  [
    'startDate=2026-01-01&endDate=2026-01-01&futureOnly=true&page=2&pageSize=100&other=1',
    'page=2&pageSize=100&future_only=true&startDate=2026-01-01&endDate=2026-01-01',
  ],
])('asks for %s with every parameter spelled out', async (asked, expected) => {
  const { ask, upstream } = await startGateway();
  upstream.behave(LIST, EMPTY);
  expect((await ask(`/api/customers/cust_123/bookings?${asked}`)).statusCode).toBe(200);
  expect(upstream.calls[0]?.url.split('?')[1]).toBe(expected);
});

test('lists purchases, an unreadable one in its place', async () => {
  const { ask, upstream } = await startGateway();
  const broken = { ...TRANSACTION, id: 'txn_457', bookings: [{ ...TRANSACTION.bookings[0], spaces: 'two' }] };
  upstream.behave(LIST, json(200, { data: [TRANSACTION, broken], total: 42, page: 0, pageSize: 30 }));
  const answer = await ask('/api/customers/cust_123/bookings?startDate=2000-01-01');
  expect(answer.json()).toEqual({
    data: [TRANSACTION, { unreadable: true, id: 'txn_457', problems: ['bookings.0.spaces'] }],
    total: 42,
    page: 0,
    pageSize: 30,
  });
});

test('keeps a payment method that is not documented by its raw name', async () => {
  const { ask, upstream } = await startGateway();
  const [booking] = TRANSACTION.bookings;
  const voucher = { ...TRANSACTION, bookings: [{ ...booking, payment: { method: 'GIFT_CARD', secret: 1 } }] };
  upstream.behave('GET /customer/cust_123/booking/txn_456', json(200, { data: voucher }));
  const answer = await ask('/api/customers/cust_123/bookings/txn_456');
  expect(answer.json()).toMatchObject({ data: { bookings: [{ payment: { method: 'GIFT_CARD' } }] } });
  expect(answer.body).not.toContain('secret');
});

test('another purchase than the one asked for is not shown', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave('GET /customer/cust_123/booking/txn_1', json(200, { data: TRANSACTION }));
  const answer = await ask('/api/customers/cust_123/bookings/txn_1');
  expect([answer.statusCode, answer.json()]).toMatchObject([502, { code: 'reservie_malformed' }]);
});
