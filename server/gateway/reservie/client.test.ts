import { expect, onTestFinished, test } from 'vitest';
import {
  type FakeReservie,
  PREFIX,
  cut,
  hang,
  json,
  reset,
  startFakeReservie,
  text,
} from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { CustomerId } from '#contract/id.ts';
import { ReservieClient, type ReservieClientOptions } from './client.ts';

const customerId = CustomerId.parse('cust_123');
const PROFILE = 'GET /customer/cust_123/profile';
const SAVE = 'PUT /customer/cust_123/profile';
const BODY = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };
const good = json(200, { data: JANE });

async function start(options: Partial<ReservieClientOptions> = {}) {
  const upstream = await startFakeReservie();
  const client = new ReservieClient({ account: () => upstream.account, timeoutMs: 2_000, ...options });
  onTestFinished(async () => {
    await client.close();
    await upstream.close();
  });
  return {
    upstream,
    client,
    profile: () => client.read('getProfile', { params: { customerId } }),
    save: () => client.updateProfile({ params: { customerId }, body: BODY }),
  };
}

function operations(upstream: FakeReservie): string[] {
  return upstream.calls.map((call) => call.operation);
}

test('calls below the path of the base URL, with the token', async () => {
  const { upstream, client } = await start();
  upstream.behave('GET /customer/cust_123/bookings', json(200, {}));
  const query = { page: 2, pageSize: 100, future_only: true, startDate: '2000-01-01' };
  await client.read('listBookings', { params: { customerId }, query });
  expect(upstream.calls).toMatchObject([
    {
      url: `${PREFIX}/customer/cust_123/bookings?page=2&pageSize=100&future_only=true&startDate=2000-01-01`,
      authorization: 'Bearer token-1',
    },
  ]);
});

test('many calls at once share one token', async () => {
  const { upstream, profile } = await start();
  upstream.behave(PROFILE, good);
  await Promise.all(Array.from({ length: 12 }, profile));
  expect(upstream.tokenRequests()).toBe(1);
});

test('a token that died is replaced and the call repeated, once for all who wait', async () => {
  const { upstream, profile } = await start();
  upstream.behave(PROFILE, good);
  await profile();
  upstream.setToken('token-2');
  await Promise.all(Array.from({ length: 5 }, profile));
  expect(upstream.tokenRequests()).toBe(2);
});

test('a second 401 is the end of it', async () => {
  const { upstream, profile } = await start();
  upstream.behave(PROFILE, json(401, { error: 'x', message: 'x' }));
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_refused' });
  expect(operations(upstream)).toEqual([PROFILE, PROFILE]);
});

test('a write is repeated after a 401, which says that nothing was done', async () => {
  const { upstream, save } = await start();
  upstream.behave(SAVE, json(401, { error: 'x', message: 'x' }), json(200, { message: 'ok' }));
  await save();
  expect(operations(upstream)).toEqual([SAVE, SAVE]);
  expect(upstream.calls[1]?.body).toBe(JSON.stringify(BODY));
});

test.each([
  ['reset', reset],
  ['cut', cut],
])('a read whose connection is %s is tried once more', async (_, fault) => {
  const { upstream, profile } = await start();
  upstream.behave(PROFILE, fault, good);
  expect(await profile()).toEqual({ data: JANE });
  expect(operations(upstream)).toEqual([PROFILE, PROFILE]);
});

test('a write whose connection breaks is not tried again', async () => {
  const { upstream, save } = await start();
  upstream.behave(SAVE, reset);
  await expect(save()).rejects.toMatchObject({ code: 'reservie_unavailable' });
  expect(operations(upstream)).toEqual([SAVE]);
});

test.each([
  ['a cut body', cut],
  ['no JSON', text(200, 'saved!')],
])('a write that was answered 200 is done in spite of %s', async (_, behaviour) => {
  const { upstream, save } = await start();
  upstream.behave(SAVE, behaviour);
  await expect(save()).resolves.toBeUndefined();
});

test('silence ends after the timeout, at the token too', async () => {
  const { upstream, profile, save } = await start({ timeoutMs: 200 });
  upstream.behave('POST /token', hang);
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_timeout' });
  upstream.behave('POST /token', json(200, { access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 }));
  upstream.behave(SAVE, hang);
  await expect(save()).rejects.toMatchObject({ code: 'reservie_timeout' });
  expect(operations(upstream)).toEqual([SAVE]);
});

test('a body that trickles for ever ends after the timeout', async () => {
  const { upstream, profile } = await start({ timeoutMs: 300 });
  upstream.behave(PROFILE, (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
  });
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_timeout' });
});

test('an answer without end is refused', async () => {
  const { upstream, profile } = await start({ maxBytes: 10_000 });
  upstream.behave(PROFILE, text(200, JSON.stringify({ data: 'x'.repeat(20_000) })));
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_malformed' });
});

test('a redirect is not followed, so the token goes nowhere else', async () => {
  const elsewhere = await start();
  const { upstream, profile } = await start();
  upstream.behave(PROFILE, text(307, '', { location: `${elsewhere.upstream.account.baseUrl}customers` }));
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_malformed' });
  expect(elsewhere.upstream.calls).toEqual([]);
});

test.each([
  ['no object', text(200, '"token"')],
  ['no token', json(200, { token_type: 'Bearer', expires_in: 3600 })],
  ['a token with a line break', json(200, { access_token: 'a\r\nx: y', token_type: 'Bearer', expires_in: 3600 })],
])('a token answer with %s is malformed', async (_, behaviour) => {
  const { upstream, profile } = await start();
  upstream.behave('POST /token', behaviour);
  await expect(profile()).rejects.toMatchObject({ code: 'reservie_malformed' });
});

test('no listener is Reservie being away', async () => {
  const { upstream, profile } = await start();
  await upstream.close();
  await expect(profile()).rejects.toMatchObject({
    code: 'reservie_unavailable',
    message: 'Reservie cannot be reached.',
  });
});

test('follows the account when it moves', async () => {
  const other = await start();
  let account = other.upstream.account;
  const { upstream, profile } = await start({ account: () => account });
  other.upstream.behave(PROFILE, good);
  upstream.behave(PROFILE, good);
  await profile();
  account = upstream.account;
  await profile();
  expect([operations(other.upstream), operations(upstream)]).toEqual([[PROFILE], [PROFILE]]);
});
