import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { startTestStack } from './start-test-stack.ts';

const PROFILE = '/api/customers/cust_123/profile';
const JANE = CustomerId.parse('cust_123');
const WRITE = 'PUT /customer/cust_123/profile';
const janet = { firstname: { from: 'Jane', to: 'Janet' } };

type TestStack = Awaited<ReturnType<typeof startTestStack>>;
type Misbehaviour = Parameters<TestStack['sandbox']['faults']['add']>[0];

async function nameInReservie({ sandbox, pass, get }: TestStack): Promise<unknown> {
  sandbox.faults.clear();
  pass(60_000);
  await get(PROFILE);
  pass(400_000);
  return (await get(PROFILE)).json<{ data: { firstname: unknown } }>().data.firstname;
}

const lost: [string, Misbehaviour][] = [
  ['a fault of Reservie’s', { endpoint: 'updateProfile', kind: 'status', status: 500 }],
  ['a 429', { endpoint: 'updateProfile', kind: 'status', status: 429, retryAfterSeconds: 1 }],
  ['a broken connection', { endpoint: 'updateProfile', kind: 'reset' }],
  ['silence', { endpoint: 'updateProfile', kind: 'hang' }],
];

test.each(lost)('a save that %s prevented is an error, was tried once, and changed nothing', async (_, fault) => {
  const stack = await startTestStack({ timeoutMs: 700 });
  stack.sandbox.faults.add(fault);
  const answer = await stack.save('cust_123', janet);
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.json()).toMatchObject({ message: expect.any(String) as string });
  expect(stack.calls(WRITE)).toBe(1);
  expect(await nameInReservie(stack)).toBe('Jane');
});

const unheard: [string, Misbehaviour][] = [
  ['broke the connection', { endpoint: 'updateProfile', kind: 'reset', when: 'after' }],
  ['answered 500', { endpoint: 'updateProfile', kind: 'status', status: 500, when: 'after' }],
  ['kept silent', { endpoint: 'updateProfile', kind: 'hang', when: 'after' }],
  ['sent half of its answer', { endpoint: 'updateProfile', kind: 'truncate' }],
  ['answered no JSON', { endpoint: 'updateProfile', kind: 'malformed-json' }],
  ['took its time', { endpoint: 'updateProfile', kind: 'latency', ms: 300 }],
];

test.each(unheard)('a save that Reservie carried out, but %s, is known to be done, once', async (_, fault) => {
  const stack = await startTestStack({ timeoutMs: 700 });
  stack.sandbox.faults.add(fault);
  const answer = await stack.save('cust_123', janet);
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { data: { firstname: 'Janet' } }]);
  expect(stack.calls(WRITE)).toBe(1);
  expect(await nameInReservie(stack)).toBe('Janet');
});

test('a save whose outcome cannot be found out says so', async () => {
  const stack = await startTestStack({ timeoutMs: 700 });
  stack.sandbox.faults.add({ endpoint: 'updateProfile', kind: 'reset', when: 'after' });
  stack.sandbox.faults.add({ endpoint: 'getProfile', kind: 'reset', skip: 1 });
  const answer = await stack.save('cust_123', janet);
  expect(answer.json()).toMatchObject({ message: expect.stringContaining('may or may not be saved') as string });
  expect(stack.calls(WRITE)).toBe(1);
});

test('a save that could not even begin does not pretend that it may have been done', async () => {
  const stack = await startTestStack();
  stack.sandbox.faults.add({ endpoint: '*', kind: 'reset' });
  const answer = await stack.save('cust_123', janet);
  expect(answer.statusCode).toBe(503);
  expect(answer.json<{ message: string }>().message).not.toContain('may or may not');
  expect(stack.calls(WRITE)).toBe(0);
});

test('no page sees what was true before a save, while Reservie’s reads lag', async () => {
  const stack = await startTestStack();
  await stack.get(PROFILE);
  stack.sandbox.faults.add({ endpoint: 'getProfile', kind: 'lag', ms: 120_000 });
  expect((await stack.save('cust_123', janet)).statusCode).toBe(200);
  expect((await stack.get(PROFILE)).json()).toMatchObject({ data: { firstname: 'Janet' } });
});

test('a save reads what another user wrote a moment ago, not what is kept', async () => {
  const stack = await startTestStack();
  await stack.get(PROFILE);
  stack.sandbox.faults.add({
    endpoint: 'getProfile',
    kind: 'edit-customer',
    when: 'before',
    customerId: JANE,
    changes: { firstname: 'Joan' },
    count: 1,
  });
  const answer = await stack.save('cust_123', janet);
  expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'conflict' }]);
  expect((await stack.get(PROFILE)).json()).toMatchObject({ data: { firstname: 'Joan' } });
});

test('a deleted customer is gone at once for the user who saves, and then for all', async () => {
  const stack = await startTestStack();
  await stack.get(PROFILE);
  stack.sandbox.faults.add({
    endpoint: 'getProfile',
    kind: 'delete-customer',
    when: 'before',
    customerId: JANE,
    count: 1,
  });
  expect((await stack.save('cust_123', janet)).statusCode).toBe(404);
  expect((await stack.get(PROFILE)).statusCode).toBe(404);
});
