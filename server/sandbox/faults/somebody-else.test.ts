import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { type SandboxUnderTest, startSandbox } from '../sandbox-under-test.ts';

const PROFILE = '/customer/cust_123/profile';
const jane = CustomerId.parse('cust_123');

async function write({ call }: SandboxUnderTest, firstname: string): Promise<number> {
  const body = { firstname, lastname: 'Smith', email: 'jane@example.com' };
  return (await call({ method: 'PUT', url: PROFILE, body })).statusCode;
}

async function profileName({ call }: SandboxUnderTest): Promise<string> {
  return (await call({ url: PROFILE })).json<{ data: { firstname: string } }>().data.firstname;
}

async function listName({ call }: SandboxUnderTest): Promise<string | undefined> {
  const { data } = (await call({ url: '/customers' })).json<{ data: { id: string; firstname: string }[] }>();
  return data.find(({ id }) => id === jane)?.firstname;
}

test('the list lags a write by its own time while the profile agrees at once', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.add({ endpoint: 'listCustomers', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  expect(await profileName(sandbox)).toBe('Janet');
  sandbox.pass(59_999);
  expect(await listName(sandbox)).toBe('Jane');
  sandbox.pass(1);
  expect(await listName(sandbox)).toBe('Janet');
});

test('a lagging profile walks through each write in turn', async () => {
  const sandbox = await startSandbox();
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
  const sandbox = await startSandbox();
  const id = sandbox.faults.add({ endpoint: 'getProfile', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  expect(await profileName(sandbox)).toBe('Jane');
  sandbox.faults.remove(id);
  expect(await profileName(sandbox)).toBe('Janet');
});

test('a lag covers names inside bookings', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.add({ endpoint: 'getTransaction', kind: 'lag', ms: 60_000 });
  await write(sandbox, 'Janet');
  const answer = await sandbox.call({ url: '/customer/cust_123/booking/txn_456' });
  expect(answer.json()).toHaveProperty('data.bookings.0.purchased_by.firstname', 'Jane');
});

test('somebody edits the customer between the read and the write', async () => {
  const sandbox = await startSandbox();
  const changes = { mobile: '07700900999' };
  sandbox.faults.add({ endpoint: 'getProfile', kind: 'edit-customer', customerId: jane, changes, count: 1 });
  expect((await sandbox.call({ url: PROFILE })).json()).toHaveProperty('data.mobile', '07700900123');
  expect((await sandbox.call({ url: PROFILE })).json()).toHaveProperty('data.mobile', '07700900999');
});

test('somebody deletes the customer right before the write', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.add({
    endpoint: 'updateProfile',
    kind: 'delete-customer',
    customerId: jane,
    when: 'before',
    count: 1,
  });
  expect(await write(sandbox, 'Janet')).toBe(404);
  expect((await sandbox.call({ url: PROFILE })).statusCode).toBe(404);
});
