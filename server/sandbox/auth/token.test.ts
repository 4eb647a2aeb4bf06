import { expect, test } from 'vitest';
import { NOON, startSandbox } from '../testing/sandbox-under-test.ts';

const HOUR = 3_600_000;
const PROFILE = '/customer/cust_123/profile';

function credentials(id: string, secret: string) {
  return { method: 'POST', url: '/token', body: { client_id: id, client_secret: secret } } as const;
}

function bearer(token: string) {
  return { url: PROFILE, headers: { authorization: `Bearer ${token}` } };
}

test('credentials buy a token of one hour', async () => {
  const { app, client } = await startSandbox();
  const answer = await app.inject(credentials(client.id, client.secret));
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
});

test('credentials look like Reservie’s', async () => {
  const { client } = await startSandbox();
  expect(client.id).toMatch(/^m2m_/);
  expect(client.secret).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['a wrong secret', (id: string) => credentials(id, '0'.repeat(64)), 401, 'invalid_client'],
  ['an empty secret for an unknown client', () => credentials('m2m_nobody', ''), 401, 'invalid_client'],
  [
    'a body without a secret',
    (id: string) => ({ method: 'POST', url: '/token', body: { client_id: id } }) as const,
    400,
    'invalid_request',
  ],
  [
    'a body that is not JSON',
    () => ({ method: 'POST', url: '/token', body: '{', headers: { 'content-type': 'application/json' } }) as const,
    400,
    'invalid_request',
  ],
])('%s buys nothing', async (_, request, status, error) => {
  const { app, client } = await startSandbox();
  const answer = await app.inject(request(client.id));
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toEqual({ error, message: expect.any(String) });
});

test.each([
  ['no token', {}],
  ['another scheme', { authorization: 'Basic abc' }],
  ['a token that was never issued', { authorization: 'Bearer abc' }],
])('%s is 401 and says how to do it', async (_, headers) => {
  const { app } = await startSandbox();
  const answer = await app.inject({ url: PROFILE, headers });
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer');
  expect(answer.json()).toEqual({ error: 'invalid_token', message: expect.stringMatching(/token/i) });
});

test('a token lives out its hour and not a moment longer', async () => {
  const { call, pass } = await startSandbox();
  pass(HOUR - 1);
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
  pass(1);
  expect((await call({ url: PROFILE })).statusCode).toBe(401);
});

test('setting the studio’s clock ends tokens too', async () => {
  const { call, clock } = await startSandbox();
  clock.set(NOON + 2 * HOUR, false);
  expect((await call({ url: PROFILE })).statusCode).toBe(401);
  clock.restore();
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});

test('a rotated secret kills the old one at once, but not the tokens it bought', async () => {
  const { app, call, client, clients } = await startSandbox();
  const rotated = clients.rotate(client.id);
  expect((await app.inject(credentials(client.id, client.secret))).statusCode).toBe(401);
  expect((await app.inject(credentials(client.id, rotated?.secret ?? ''))).statusCode).toBe(200);
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});

test('a suspended client gets no token, and the ones it has stop at once until it is resumed', async () => {
  const { app, call, client, clients } = await startSandbox();
  clients.update(client.id, { isSuspended: true });
  const refused = await app.inject(credentials(client.id, client.secret));
  expect(refused.statusCode).toBe(401);
  expect(refused.json()).toEqual({ error: 'invalid_client', message: 'This API client is suspended' });
  expect((await call({ url: PROFILE })).json()).toEqual({
    error: 'invalid_token',
    message: 'This API client is suspended',
  });
  clients.update(client.id, { isSuspended: false });
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});

test('a client works until its last moment', async () => {
  const { app, clients, pass, token } = await startSandbox();
  const guest = clients.create('Summer', ['profile:read'], NOON + 1000);
  const issued = await token(guest);
  pass(999);
  expect((await app.inject(bearer(issued))).statusCode).toBe(200);
  pass(1);
  expect((await app.inject(bearer(issued))).json()).toEqual({
    error: 'invalid_token',
    message: 'This API client has expired',
  });
  expect((await app.inject(credentials(guest.id, guest.secret))).statusCode).toBe(401);
});

test('each client has its own scopes', async () => {
  const { app, clients, token } = await startSandbox();
  const notes = clients.create('Notes only', ['notes:read']);
  const issued = await token(notes);
  const refused = await app.inject(bearer(issued));
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toEqual({
    error: 'insufficient_scope',
    message: 'This API client lacks the scope profile:read',
  });
  const allowed = await app.inject({ ...bearer(issued), url: '/customer/cust_123/notes' });
  expect(allowed.statusCode).toBe(200);
});
