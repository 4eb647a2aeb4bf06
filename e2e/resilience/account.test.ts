import { expect, test } from 'vitest';
import { startTestStack } from './start-test-stack.ts';

const PROFILE = '/api/customers/cust_123/profile';
const NOTES = '/api/customers/cust_123/notes';
const LATER = 10 * 60_000;

type TestStack = Awaited<ReturnType<typeof startTestStack>>;

async function health({ get }: TestStack): Promise<unknown> {
  return (await get('/api/studio')).json<{ reservie: unknown }>().reservie;
}

test('a suspended client is one clear state, costs few calls, and recovers when it is resumed', async () => {
  const stack = await startTestStack();
  const { clients, client } = stack.sandbox;
  await stack.get(PROFILE);
  stack.pass(LATER);
  clients.update(client.id, { isSuspended: true });
  expect((await stack.get(NOTES)).json()).toMatchObject({ code: 'reservie_refused' });
  expect(await health(stack)).toMatchObject({ state: 'refused' });
  const before = stack.calls();
  for (let turn = 0; turn < 10; turn += 1) {
    expect((await stack.get(NOTES)).json()).toMatchObject({ code: 'reservie_refused' });
  }
  expect(stack.calls()).toBe(before);
  expect((await stack.get(PROFILE)).headers['x-stale']).toBe('refused');

  clients.update(client.id, { isSuspended: false });
  stack.pass(15_000);
  expect((await stack.get(NOTES)).statusCode).toBe(200);
  expect(await health(stack)).toMatchObject({ state: 'ok' });
});

test('a rotated secret does not matter until the token ends, and is a clear state then', async () => {
  const stack = await startTestStack();
  await stack.get(PROFILE);
  stack.sandbox.clients.rotate(stack.sandbox.client.id);
  expect((await stack.get(NOTES)).statusCode).toBe(200);
  stack.pass(61 * 60_000);
  expect((await stack.get('/api/customers/cust_123/passes')).json()).toMatchObject({ code: 'reservie_refused' });
  expect(await health(stack)).toMatchObject({ state: 'refused' });
});

test('a missing scope is named until it works again, and locks nothing else', async () => {
  const stack = await startTestStack();
  const { clients, client } = stack.sandbox;
  const scopes = clients.find(client.id)?.scopes ?? [];
  await stack.get(NOTES);
  stack.pass(LATER);
  clients.update(client.id, { scopes: scopes.filter((scope) => scope !== 'notes:read') });
  expect((await stack.get(NOTES)).json()).toMatchObject({ code: 'missing_scope', scope: 'notes:read' });
  expect(await health(stack)).toMatchObject({ state: 'ok', missingScopes: ['notes:read'] });
  expect((await stack.get(PROFILE)).statusCode).toBe(200);
  clients.update(client.id, { scopes });
  expect((await stack.get(NOTES)).statusCode).toBe(200);
  expect(await health(stack)).toMatchObject({ missingScopes: [] });
});

test('calls stay within the budget, whichever user asks, and a page that cannot be served is told how long it would take', async () => {
  const stack = await startTestStack({ requestsPerMinute: 10 });
  const list = (await stack.get('/api/customers')).json<{ data: { id: string }[] }>().data;
  const answers = await Promise.all(list.slice(0, 30).map(({ id }) => stack.get(`/api/customers/${id}/profile`)));
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(6);
  expect(refused).toHaveLength(24);
  for (const answer of refused) {
    expect(answer.json()).toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) as number });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(15);
  }
  expect(stack.calls()).toBe(8);
  expect(await health(stack)).toMatchObject({ state: 'limited', retryAfterMs: expect.any(Number) as number });
});

test('a 429 of Reservie holds all calls back for as long as it says', async () => {
  const stack = await startTestStack();
  await stack.get(PROFILE);
  stack.sandbox.faults.add({ endpoint: 'listNotes', kind: 'status', status: 429, retryAfterSeconds: 40, count: 1 });
  expect((await stack.get(NOTES)).json()).toMatchObject({
    code: 'rate_limited',
    retryAfterMs: expect.any(Number) as number,
  });
  const before = stack.calls();
  expect((await stack.get('/api/customers/cust_123/passes')).statusCode).toBe(429);
  expect(stack.calls()).toBe(before);
  stack.pass(40_000);
  expect((await stack.get('/api/customers/cust_123/passes')).statusCode).toBe(200);
});
