import { expect, test } from 'vitest';
import { startSandbox } from '../testing/sandbox-under-test.ts';
import { controlTable } from './control-table.ts';

const PROFILE = '/customer/cust_123/profile';

test.each(Object.values(controlTable).map(({ method, path }) => [method, path] as const))(
  '%s %s needs the control key',
  async (method, path) => {
    const { app, call } = await startSandbox();
    const url = path.replace(/\{\w+\}/g, 'cust_123');
    for (const headers of [{}, { 'x-control-key': 'wrong' }]) {
      const refused = await app.inject({ method, url, headers });
      expect(refused.statusCode).toBe(401);
      expect(refused.json()).toHaveProperty('error', 'invalid_control_key');
    }
    expect((await call({ method, url })).statusCode).toBe(401);
  },
);

test('a fault is switched on, listed and switched off', async () => {
  const { call, control } = await startSandbox();
  const body = { endpoint: 'getProfile', kind: 'status', status: 503 };
  const added = await control({ method: 'POST', url: '/_control/faults', body });
  const { id } = added.json<{ id: string }>();
  expect((await call({ url: PROFILE })).statusCode).toBe(503);
  const listed = await control({ url: '/_control/faults' });
  expect(listed.json()).toEqual({ data: [{ id, fault: { ...body, skip: 0, when: 'before' }, calls: 1 }] });
  expect((await control({ method: 'DELETE', url: `/_control/faults/${id}` })).json()).toEqual({ done: true });
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
  expect((await control({ method: 'DELETE', url: `/_control/faults/${id}` })).statusCode).toBe(404);
});

test('all faults are switched off at once', async () => {
  const { app, call, controlKey, faults } = await startSandbox();
  faults.add({ endpoint: '*', kind: 'status', status: 500 });
  faults.add({ endpoint: 'getProfile', kind: 'status', status: 502 });
  // As curl sends it when every call has the same headers.
  const headers = { 'x-control-key': controlKey, 'content-type': 'application/json' };
  const cleared = await app.inject({ method: 'DELETE', url: '/_control/faults', headers });
  expect(cleared.json()).toEqual({ done: true });
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});

test.each([
  { endpoint: 'nothing', kind: 'hang' },
  { endpoint: '*', kind: 'nothing' },
  { endpoint: '*', kind: 'status', status: 418 },
  { endpoint: '*', kind: 'missing-field' },
])('%j is refused with 400', async (body) => {
  const { control } = await startSandbox();
  const refused = await control({ method: 'POST', url: '/_control/faults', body });
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toEqual({ error: 'invalid_request', message: expect.any(String) });
});

test('the clock is set, stands still if asked, and is given back', async () => {
  const { control, pass } = await startSandbox();
  const clock = { method: 'PUT', url: '/_control/clock' } as const;
  await control({ ...clock, body: { now: '2026-03-29T00:59:30Z' } });
  pass(30_000);
  const running = await control({ url: '/_control/clock' });
  expect(running.json()).toEqual({ now: '2026-03-29T01:00:00.000Z', isRunning: true });
  await control({ ...clock, body: { now: '2026-10-25T01:00:00Z', isRunning: false } });
  pass(30_000);
  const standing = await control({ url: '/_control/clock' });
  expect(standing.json()).toEqual({ now: '2026-10-25T01:00:00.000Z', isRunning: false });
  const restored = await control({ method: 'DELETE', url: '/_control/clock' });
  expect(restored.json()).toEqual({ now: '2026-03-02T12:01:00.000Z', isRunning: true });
});

test('what is future moves with the clock', async () => {
  const { app, clock, token } = await startSandbox();
  async function futureIds(instant: string): Promise<string[]> {
    clock.set(Date.parse(instant), false);
    const headers = { authorization: `Bearer ${await token()}` };
    const url = '/customer/cust_123/bookings?startDate=2000-01-01&future_only=true&pageSize=100';
    const answer = await app.inject({ url, headers });
    return answer.json<{ data: { id: string }[] }>().data.map(({ id }) => id);
  }
  // The class of txn_456 starts at 09:00 in London on 3 March 2026.
  expect(await futureIds('2026-03-03T08:59:59Z')).toContain('txn_456');
  expect(await futureIds('2026-03-03T09:00:01Z')).not.toContain('txn_456');
});

test('a client is made, used, rotated, suspended, and never shown with its secret', async () => {
  const { app, client, control, token } = await startSandbox();
  const body = { name: 'Till', scopes: ['profile:read'], expiresAt: '2026-03-03T00:00:00Z' };
  const made = await control({ method: 'POST', url: '/_control/clients', body });
  const { clientId: id, clientSecret: secret } = made.json<{ clientId: string; clientSecret: string }>();
  const headers = { authorization: `Bearer ${await token({ id, secret })}` };
  expect((await app.inject({ url: PROFILE, headers })).statusCode).toBe(200);

  const rotated = await control({ method: 'POST', url: `/_control/clients/${id}/rotate` });
  expect(rotated.json()).toEqual({ clientId: id, clientSecret: expect.not.stringMatching(secret) });
  const patch = { method: 'PATCH', url: `/_control/clients/${id}` } as const;
  await control({ ...patch, body: { scopes: ['notes:read'] } });
  expect((await app.inject({ url: PROFILE, headers })).statusCode).toBe(403);
  await control({ ...patch, body: { isSuspended: true } });
  expect((await app.inject({ url: PROFILE, headers })).statusCode).toBe(401);

  const listed = await control({ url: '/_control/clients' });
  expect(listed.body).not.toContain(secret);
  expect(listed.json<{ data: object[] }>().data).toEqual([
    expect.objectContaining({ id: client.id, name: 'Demo', isSuspended: false, expiresAt: null }),
    { id, name: 'Till', scopes: ['notes:read'], isSuspended: true, expiresAt: '2026-03-03T00:00:00.000Z' },
  ]);
});

test('unknown scopes and clients are refused', async () => {
  const { control } = await startSandbox();
  const body = { name: 'Till', scopes: ['everything:read'] };
  expect((await control({ method: 'POST', url: '/_control/clients', body })).statusCode).toBe(400);
  expect((await control({ method: 'POST', url: '/_control/clients/m2m_x/rotate' })).statusCode).toBe(404);
  expect((await control({ method: 'PATCH', url: '/_control/clients/m2m_x', body: {} })).statusCode).toBe(404);
});

test('a customer is edited, archived and deleted by another user', async () => {
  const { call, control } = await startSandbox();
  const url = '/_control/customers/cust_456';
  await control({ method: 'PATCH', url, body: { firstname: 'Jon', archived: true } });
  const { data } = (await call({ url: '/customers' })).json<{ data: { id: string }[] }>();
  expect(data.find(({ id }) => id === 'cust_456')).toMatchObject({ firstname: 'Jon', archived: true });
  expect((await control({ method: 'DELETE', url })).json()).toEqual({ done: true });
  expect((await call({ url: '/customer/cust_456/profile' })).statusCode).toBe(404);
  expect((await control({ method: 'DELETE', url })).statusCode).toBe(404);
});

test('the budget changes at once', async () => {
  const { call, control } = await startSandbox();
  await control({ method: 'PUT', url: '/_control/budget', body: { perMinute: 1 } });
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
  expect((await call({ url: PROFILE })).statusCode).toBe(429);
  await control({ method: 'PUT', url: '/_control/budget', body: { perMinute: 0 } });
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});
