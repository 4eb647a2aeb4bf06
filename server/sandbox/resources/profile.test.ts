import { beforeEach, expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { createOutsideChanges } from './customer-resources.ts';
import { openResources, type ResourcesUnderTest } from './resources-under-test.ts';

const jane = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };

let studio: ResourcesUnderTest;

beforeEach(() => {
  studio = openResources({ customers: 4, bookings: 0, now: '2026-02-25T12:00:00Z' });
});

function put(payload: object, id = 'cust_123') {
  return studio.send(`/customer/${id}/profile`, { method: 'PUT', payload });
}

async function profile() {
  return (await studio.ask(reservie.getProfile, { params: { customerId: CustomerId.parse('cust_123') } })).data;
}

async function listed(id: string) {
  return (await studio.ask(reservie.listCustomers, {})).data.find((customer) => customer.id === id);
}

test('a write answers one sentence and nothing else, and both reads show it', async () => {
  const answer = await put({ ...jane, lastname: 'Smith-Jones', mobile: '07700900456' });
  expect(answer).toEqual({ status: 200, body: { message: 'Profile updated successfully' } });
  expect(await profile()).toMatchObject({ lastname: 'Smith-Jones', mobile: '07700900456' });
  expect(await listed('cust_123')).toMatchObject({ lastname: 'Smith-Jones', archived: false });
});

test('an omitted mobile stays; an empty one is cleared', async () => {
  await put(jane);
  expect(await profile()).toMatchObject({ mobile: '07700900123' });
  await put({ ...jane, mobile: '' });
  expect(await profile()).toMatchObject({ mobile: '' });
});

test.each(['firstname', 'lastname', 'email'])('%s is required each time', async (field) => {
  expect((await put({ ...jane, [field]: undefined })).status).toBe(400);
  expect((await put({ ...jane, [field]: '' })).status).toBe(400);
  expect(await profile()).toMatchObject(jane);
});

test('another customer’s address is refused, however it is spelt; one’s own is not', async () => {
  expect((await put({ ...jane, email: 'John@Example.com' })).status).toBe(400);
  expect((await put({ ...jane, email: 'JANE@example.com' })).status).toBe(200);
});

test('the address of a deleted customer is free again', async () => {
  expect(createOutsideChanges(studio.database).deleteCustomer('cust_456')).toBe(true);
  expect((await put({ ...jane, email: 'john@example.com' })).status).toBe(200);
});

test('another user’s edit shows, and leaves what it does not name', async () => {
  const { editCustomer } = createOutsideChanges(studio.database);
  expect(editCustomer('cust_123', { firstname: 'Janet', archived: true })).toBe(true);
  expect(await profile()).toMatchObject({ firstname: 'Janet', lastname: 'Smith', mobile: '07700900123' });
  expect(await listed('cust_123')).toMatchObject({ archived: true });
  expect(editCustomer('cust_99999', { firstname: 'X' })).toBe(false);
});

test('a deleted customer leaves the list and answers 404 everywhere', async () => {
  createOutsideChanges(studio.database).deleteCustomer('cust_456');
  expect(await listed('cust_456')).toBeUndefined();
  for (const path of ['profile', 'bookings', 'packages', 'notes', 'booking/txn_456']) {
    expect((await studio.send(`/customer/cust_456/${path}`)).status).toBe(404);
  }
  expect((await put(jane, 'cust_456')).status).toBe(404);
});

test.each(['cust_99999', 'cust_007', 'cust_abc'])('%s does not exist', async (id) => {
  expect((await studio.send(`/customer/${id}/profile`)).status).toBe(404);
});
