import { EventEmitter, once } from 'node:events';
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { history } from '#contract/history.ts';
import { hang, json } from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { type LiveUnderTest, PROFILE, startLive } from '../testing/live-under-test.ts';

const READ = 'GET /customer/cust_123/profile';
const WRITE = 'PUT /customer/cust_123/profile';

async function changes(desk: LiveUnderTest) {
  const answer = await (await desk.signIn('manager')).ask({ url: '/api/history?pageSize=100&changesOnly=true' });
  return history.listHistory.answer.parse(answer.json()).data;
}

test('a double click saves once and is recorded once', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const jane = json(200, { data: JANE });
  const janet = json(200, { data: { ...JANE, firstname: 'Janet' } });
  desk.upstream.behave(READ, jane, janet);
  const saves = await Promise.all([desk.save(dee, 'firstname', 'Janet'), desk.save(dee, 'firstname', 'Janet')]);
  expect(saves).toEqual([200, 200]);
  expect(desk.upstream.calls.filter(({ operation }) => operation === WRITE)).toHaveLength(1);
  expect(await changes(desk)).toMatchObject([{ action: 'updateProfile', result: 'done' }]);
});

test('the record holds what was changed, not what was asked for', async () => {
  const desk = await startLive();
  desk.becomes({ firstname: 'Janet' });
  const dee = await desk.signIn('desk');
  const payload = { firstname: { from: 'Jane', to: 'Janet' }, lastname: { from: 'Smith', to: 'Jones' } };
  expect((await dee.ask({ method: 'PATCH', url: PROFILE, payload })).statusCode).toBe(200);
  expect(await changes(desk)).toMatchObject([{ changes: [{ field: 'lastname', before: 'Smith', after: 'Jones' }] }]);
});

test('what Reservie trims was not changed outside Studio Desk', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  const before = json(200, { data: JANE });
  desk.upstream.behave(READ, before, json(200, { data: { ...JANE, lastname: 'van der Berg' } }));
  expect(await desk.save(dee, 'lastname', '  van der  Berg ')).toBe(200);
  await expect.poll(() => changes(desk)).toMatchObject([{ result: 'done', confirmation: 'confirmed' }]);
  expect(await changes(desk)).toHaveLength(1);
});

test('a process that stops does not wait for the read-back', async () => {
  const desk = await startLive({ timeoutMs: 20_000 });
  const dee = await desk.signIn('desk');
  desk.upstream.behave(READ, json(200, { data: JANE }), hang);
  const saving = desk.save(dee, 'firstname', 'Janet');
  await expect.poll(() => desk.upstream.calls.filter(({ operation }) => operation === READ)).toHaveLength(2);
  const began = Date.now();
  await desk.app.close();
  expect(await saving).toBe(200);
  expect(Date.now() - began).toBeLessThan(3_000);
});

test('a save whose browser has given up does not reach Reservie', async () => {
  const desk = await startLive({ timeoutMs: 20_000 });
  const dee = await desk.signIn('desk');
  const gate = new EventEmitter();
  desk.upstream.behave(READ, (response) => {
    void once(gate, 'open').then(() => json(200, { data: JANE })(response));
  });
  const { server } = desk.app;
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ firstname: { from: 'Jane', to: 'Janet' } });
  const cookie = [...dee.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const patch = send({ host: '127.0.0.1', port, path: PROFILE, method: 'PATCH', headers });
  patch.on('error', () => undefined);
  patch.end(body);
  await expect.poll(() => desk.upstream.calls.map(({ operation }) => operation)).toEqual([READ]);
  patch.destroy();
  await expect.poll(() => promisify(server.getConnections.bind(server))()).toBe(0);
  gate.emit('open');
  await expect.poll(() => changes(desk)).toMatchObject([{ action: 'updateProfile', code: 'reservie_timeout' }]);
  expect(desk.upstream.calls.map(({ operation }) => operation)).not.toContain(WRITE);
});

test('a save that has taken too long does not reach Reservie, however patient the browser is', async () => {
  const desk = await startLive({ timeoutMs: 20_000 });
  const dee = await desk.signIn('desk');
  const gate = new EventEmitter();
  desk.upstream.behave(READ, (response) => {
    void once(gate, 'open').then(() => json(200, { data: JANE })(response));
  });
  const saving = dee.ask({
    method: 'PATCH',
    url: PROFILE,
    payload: { firstname: { from: 'Jane', to: 'Janet' } },
  });
  await expect.poll(() => desk.upstream.calls.map(({ operation }) => operation)).toEqual([READ]);
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 21_000);
  onTestFinished(() => void vi.restoreAllMocks());
  gate.emit('open');
  expect((await saving).json()).toMatchObject({ code: 'reservie_timeout' });
  expect(desk.upstream.calls.map(({ operation }) => operation)).not.toContain(WRITE);
  await expect.poll(() => changes(desk)).toMatchObject([{ action: 'updateProfile', result: 'failed' }]);
});
