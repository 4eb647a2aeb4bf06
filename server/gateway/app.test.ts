import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Browser, type TestGateway, startTestGateway } from './accounts/test-gateway.ts';
import { type FakeReservie, json, startFakeReservie } from './fake-reservie.ts';

const JANE = {
  id: 'cust_123',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
};

let upstream: FakeReservie;
let gateway: TestGateway;
let desk: Browser;

beforeEach(async () => {
  upstream = await startFakeReservie();
  const { account } = upstream;
  gateway = await startTestGateway({ reservie: account, mode: 'live', timeZone: 'Europe/London', timeoutMs: 500 });
  desk = await gateway.signIn('desk');
});

afterEach(async () => {
  await gateway.close();
  await upstream.close();
});

test('says which studio this is', async () => {
  const answer = await desk.ask({ url: '/api/studio' });
  expect(answer.json()).toEqual({ mode: 'live', timeZone: 'Europe/London' });
});

test('passes a profile on, without what the contract does not know', async () => {
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: { ...JANE, password_hash: 'x' } }));
  const answer = await desk.ask({ url: '/api/customers/cust_123/profile' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ data: JANE });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('lists everyone', async () => {
  upstream.behave('GET /customers', json(200, { data: [{ ...JANE, archived: false }, { id: 'cust_9' }, 7] }));
  const answer = await desk.ask({ url: '/api/customers' });
  expect(answer.json()).toMatchObject({
    data: [{ ...JANE, archived: false }],
    unreadable: [
      { unreadable: true, id: 'cust_9', problems: ['type', 'firstname', 'lastname', 'email', 'archived'] },
      { unreadable: true, id: null, problems: ['row'] },
    ],
  });
});
