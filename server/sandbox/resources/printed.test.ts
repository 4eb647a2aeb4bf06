import { beforeAll, expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { openResources, type ResourcesUnderTest } from './resources-under-test.ts';

// What docs/reservie-api.md calls printed, character for character.
const printedCustomer = {
  id: 'cust_123',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
  archived: false,
};
const printedTransaction = {
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
      bought_for: { id: 'cust_456', type: 'customer', firstname: 'John', lastname: 'Smith', email: 'john@example.com' },
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

let studio: ResourcesUnderTest;

beforeAll(() => {
  studio = openResources({ customers: 60, now: '2026-02-25T12:00:00Z' });
});

test('the printed customer is in the list', async () => {
  expect((await studio.ask(reservie.listCustomers, {})).data).toContainEqual(printedCustomer);
});

test('the printed profile answers without `archived`', async () => {
  const { archived: _, ...profile } = printedCustomer;
  expect(await studio.send('/customer/cust_123/profile')).toEqual({ status: 200, body: { data: profile } });
});

test('the printed page of bookings: total 42, page 0, pageSize 30, the transaction field for field', async () => {
  const call = { params: { customerId: CustomerId.parse('cust_123') }, query: { startDate: '2000-01-01' } };
  const first = await studio.ask(reservie.listBookings, call);
  const second = await studio.ask(reservie.listBookings, { ...call, query: { ...call.query, page: 1 } });
  expect(first).toMatchObject({ total: 42, page: 0, pageSize: 30 });
  expect(first.data).toHaveLength(30);
  expect(second.data).toHaveLength(12);
  expect([...first.data, ...second.data]).toContainEqual(printedTransaction);
});

test.each(['cust_123', 'cust_456'])('%s reads the printed transaction alone: bought by Jane, for John', async (id) => {
  expect(await studio.send(`/customer/${id}/booking/txn_456`)).toEqual({
    status: 200,
    body: { data: printedTransaction },
  });
});

test('it is no other customer’s', async () => {
  expect((await studio.send('/customer/cust_1000/booking/txn_456')).status).toBe(404);
});
