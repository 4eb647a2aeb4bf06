import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { parseBody, startOnTheWire } from '../testing/call-on-the-wire.ts';

const PROFILE = '/customer/cust_123/profile';
const jane = CustomerId.parse('cust_123');

type Wire = Pick<Awaited<ReturnType<typeof startOnTheWire>>, 'see'>;

async function write({ see }: Wire, firstname: string): Promise<number | undefined> {
  const body = { firstname, lastname: 'Smith', email: 'jane@example.com' };
  return (await see(PROFILE, { method: 'PUT', body })).status;
}

async function profileName({ see }: Wire): Promise<string> {
  return parseBody<{ data: { firstname: string } }>(await see(PROFILE)).data.firstname;
}

async function listName({ see }: Wire): Promise<string | undefined> {
  const { data } = parseBody<{ data: { id: string; firstname: string }[] }>(await see('/customers'));
  return data.find(({ id }) => id === jane)?.firstname;
}

test('the list lags a write by its own time while the profile agrees at once', async () => {
  const sandbox = await startOnTheWire();
  sandbox.faults.add({ endpoint: 'listCustomers', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  expect(await profileName(sandbox)).toBe('Janet');
  sandbox.pass(59_999);
  expect(await listName(sandbox)).toBe('Jane');
  sandbox.pass(1);
  expect(await listName(sandbox)).toBe('Janet');
});

test('a lagging profile walks through each write in turn', async () => {
  const sandbox = await startOnTheWire();
  sandbox.faults.add({ endpoint: '*', kind: 'lag', ms: 10_000 });
  await write(sandbox, 'Janet');
  sandbox.pass(4_000);
  await write(sandbox, 'Janice');
  expect(await profileName(sandbox)).toBe('Jane');
  sandbox.pass(6_000);
  expect(await profileName(sandbox)).toBe('Janet');
  sandbox.pass(4_000);
  expect(await profileName(sandbox)).toBe('Janice');
});

test('switching the lag off shows what is stored', async () => {
  const sandbox = await startOnTheWire();
  const id = sandbox.faults.add({ endpoint: 'getProfile', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  expect(await profileName(sandbox)).toBe('Jane');
  sandbox.faults.remove(id);
  expect(await profileName(sandbox)).toBe('Janet');
});

test('a lag covers names inside bookings', async () => {
  const sandbox = await startOnTheWire();
  sandbox.faults.add({ endpoint: 'getTransaction', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  const answer = await sandbox.see('/customer/cust_123/booking/txn_456');
  expect(parseBody(answer)).toHaveProperty('data.bookings.0.purchased_by.firstname', 'Jane');
});

test('another user edits the customer between the read and the write', async () => {
  const sandbox = await startOnTheWire();
  const changes = { mobile: '07700900999' };
  sandbox.faults.add({ endpoint: 'getProfile', kind: 'edit-customer', customerId: jane, changes, count: 1 });
  expect(parseBody(await sandbox.see(PROFILE))).toHaveProperty('data.mobile', '07700900123');
  expect(parseBody(await sandbox.see(PROFILE))).toHaveProperty('data.mobile', '07700900999');
});

test('another user deletes the customer right before the write', async () => {
  const sandbox = await startOnTheWire();
  sandbox.faults.add({
    endpoint: 'updateProfile',
    kind: 'delete-customer',
    customerId: jane,
    when: 'before',
    count: 1,
  });
  expect(await write(sandbox, 'Janet')).toBe(404);
  expect((await sandbox.see(PROFILE)).status).toBe(404);
});
