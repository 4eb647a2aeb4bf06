import { beforeEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { type Database, openDatabase } from '../db/open.ts';
import { seed } from '../db/seed/seed.ts';
import { openResources } from './open-resources.ts';
import { createOutsideChanges } from './outside-changes.ts';

const now = Date.parse('2026-02-25T12:00:00Z');
const jane = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };

let database: Database;
let app: FastifyInstance;

beforeEach(() => {
  database = openDatabase(':memory:');
  seed(database, { customers: 4, bookings: 0, now });
  app = openResources(database, () => now);
});

function put(payload: object, id = 'cust_123') {
  return app.inject({ method: 'PUT', url: `/customer/${id}/profile`, payload });
}

async function profile(id = 'cust_123') {
  return (await app.inject({ url: `/customer/${id}/profile` })).json().data;
}

test('a write answers one sentence and nothing else, and both reads show it', async () => {
  const response = await put({ ...jane, lastname: 'Smith-Jones', mobile: '07700900456' });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({ message: 'Profile updated successfully' });
  expect(await profile()).toMatchObject({ lastname: 'Smith-Jones', mobile: '07700900456' });
  const { data } = (await app.inject({ url: '/customers' })).json();
  expect(data).toContainEqual(expect.objectContaining({ id: 'cust_123', lastname: 'Smith-Jones', archived: false }));
});

test('an omitted mobile stays; an empty one is cleared', async () => {
  await put(jane);
  expect(await profile()).toMatchObject({ mobile: '07700900123' });
  await put({ ...jane, mobile: '' });
  expect(await profile()).toMatchObject({ mobile: '' });
});

test.each(['firstname', 'lastname', 'email'])('%s is required each time', async (field) => {
  expect((await put({ ...jane, [field]: undefined })).statusCode).toBe(400);
  expect((await put({ ...jane, [field]: '' })).statusCode).toBe(400);
  expect(await profile()).toMatchObject(jane);
});

test('another customer’s address is refused, however it is spelt; one’s own is not', async () => {
  expect((await put({ ...jane, email: 'John@Example.com' })).statusCode).toBe(400);
  expect((await put({ ...jane, email: 'JANE@example.com' })).statusCode).toBe(200);
});

test('the address of a deleted customer is free again', async () => {
  expect(createOutsideChanges(database).deleteCustomer('cust_456')).toBe(true);
  expect((await put({ ...jane, email: 'john@example.com' })).statusCode).toBe(200);
});

test('somebody else’s edit shows, and leaves what it does not name', async () => {
  const { editCustomer } = createOutsideChanges(database);
  expect(editCustomer('cust_123', { firstname: 'Janet', archived: true })).toBe(true);
  expect(await profile()).toMatchObject({ firstname: 'Janet', lastname: 'Smith', mobile: '07700900123' });
  const { data } = (await app.inject({ url: '/customers' })).json();
  expect(data).toContainEqual(expect.objectContaining({ id: 'cust_123', archived: true }));
  expect(editCustomer('cust_99999', { firstname: 'X' })).toBe(false);
});

test('a deleted customer leaves the list and answers 404 everywhere', async () => {
  createOutsideChanges(database).deleteCustomer('cust_456');
  const { data } = (await app.inject({ url: '/customers' })).json();
  expect(data).not.toContainEqual(expect.objectContaining({ id: 'cust_456' }));
  for (const path of ['profile', 'bookings', 'packages', 'notes', 'booking/txn_456']) {
    expect((await app.inject({ url: `/customer/cust_456/${path}` })).statusCode).toBe(404);
  }
  expect((await put(jane, 'cust_456')).statusCode).toBe(404);
});

test.each(['cust_99999', 'cust_007', 'cust_abc'])('%s does not exist', async (id) => {
  expect((await app.inject({ url: `/customer/${id}/profile` })).statusCode).toBe(404);
});
