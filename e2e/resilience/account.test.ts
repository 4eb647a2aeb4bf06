import { expect, test } from 'vitest';
import { startDesk } from './start-desk.ts';

const PROFILE = '/api/customers/cust_123/profile';
const NOTES = '/api/customers/cust_123/notes';
const LATER = 10 * 60_000;

type Desk = Awaited<ReturnType<typeof startDesk>>;

async function health({ get }: Desk): Promise<unknown> {
  return (await get('/api/studio')).json<{ reservie: unknown }>().reservie;
}

test('a suspended client is one clear state, costs few calls, and recovers when it is resumed', async () => {
  const desk = await startDesk();
  const { clients, client } = desk.sandbox;
  await desk.get(PROFILE);
  desk.pass(LATER);
  clients.update(client.id, { isSuspended: true });
  expect((await desk.get(NOTES)).json()).toMatchObject({ code: 'reservie_refused' });
  expect(await health(desk)).toMatchObject({ state: 'refused' });
  const before = desk.calls();
  for (let turn = 0; turn < 10; turn += 1) {
    expect((await desk.get(NOTES)).json()).toMatchObject({ code: 'reservie_refused' });
  }
  expect(desk.calls()).toBe(before);
  expect((await desk.get(PROFILE)).headers['x-stale']).toBe('refused');

  clients.update(client.id, { isSuspended: false });
  desk.pass(15_000);
  expect((await desk.get(NOTES)).statusCode).toBe(200);
  expect(await health(desk)).toMatchObject({ state: 'ok' });
});

test('a rotated secret does not matter until the token ends, and is a clear state then', async () => {
  const desk = await startDesk();
  await desk.get(PROFILE);
  desk.sandbox.clients.rotate(desk.sandbox.client.id);
  expect((await desk.get(NOTES)).statusCode).toBe(200);
  desk.pass(61 * 60_000);
  expect((await desk.get('/api/customers/cust_123/passes')).json()).toMatchObject({ code: 'reservie_refused' });
  expect(await health(desk)).toMatchObject({ state: 'refused' });
});

test('a missing scope is named until it works again, and locks nothing else', async () => {
  const desk = await startDesk();
  const { clients, client } = desk.sandbox;
  const scopes = clients.find(client.id)?.scopes ?? [];
  await desk.get(NOTES);
  desk.pass(LATER);
  clients.update(client.id, { scopes: scopes.filter((scope) => scope !== 'notes:read') });
  expect((await desk.get(NOTES)).json()).toMatchObject({ code: 'missing_scope', scope: 'notes:read' });
  expect(await health(desk)).toMatchObject({ state: 'ok', missingScopes: ['notes:read'] });
  expect((await desk.get(PROFILE)).statusCode).toBe(200);
  clients.update(client.id, { scopes });
  expect((await desk.get(NOTES)).statusCode).toBe(200);
  expect(await health(desk)).toMatchObject({ missingScopes: [] });
});

test('calls stay within the budget, whoever asks, and a page that cannot be served is told how long it would take', async () => {
  const desk = await startDesk({ requestsPerMinute: 10 });
  const list = (await desk.get('/api/customers')).json<{ data: { id: string }[] }>().data;
  const answers = await Promise.all(list.slice(0, 30).map(({ id }) => desk.get(`/api/customers/${id}/profile`)));
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(7);
  expect(refused).toHaveLength(23);
  for (const answer of refused) {
    expect(answer.json()).toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) as number });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(15);
  }
  expect(desk.calls()).toBe(9);
  expect(await health(desk)).toMatchObject({ state: 'limited', retryAfterMs: expect.any(Number) as number });
});

test('a 429 of Reservie holds everybody back for as long as it says', async () => {
  const desk = await startDesk();
  await desk.get(PROFILE);
  desk.sandbox.faults.add({ endpoint: 'listNotes', kind: 'status', status: 429, retryAfterSeconds: 40, count: 1 });
  expect((await desk.get(NOTES)).json()).toMatchObject({
    code: 'rate_limited',
    retryAfterMs: expect.any(Number) as number,
  });
  const before = desk.calls();
  expect((await desk.get('/api/customers/cust_123/passes')).statusCode).toBe(429);
  expect(desk.calls()).toBe(before);
  desk.pass(40_000);
  expect((await desk.get('/api/customers/cust_123/passes')).statusCode).toBe(200);
});
