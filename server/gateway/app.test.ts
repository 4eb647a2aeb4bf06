import { expect, onTestFinished, test } from 'vitest';
import { WireError } from '#contract/error.ts';
import { type Behaviour, cut, hang, json, reset, text } from './testing/fake-reservie.ts';
import { JANE, startGateway } from './testing/gateway-under-test.ts';
import { openTestStore } from './testing/open-test-store.ts';

const PROFILE = 'GET /customer/cust_123/profile';

test('says which studio this is', async () => {
  const { ask, upstream } = await startGateway({ timeZone: 'Europe/Madrid', clock: () => 0 });
  const answer = await ask('/api/studio');
  const reservie = { state: 'ok', since: '1970-01-01T00:00:00.000Z', missingScopes: [] };
  expect(answer.json()).toEqual({
    mode: 'live',
    timeZone: 'Europe/Madrid',
    locale: 'en-GB',
    links: {},
    now: '1970-01-01T00:00:00.000Z',
    reservie,
  });
  expect(upstream.tokenRequests()).toBe(0);
});

test('passes a profile on, without what the contract does not know', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave(PROFILE, json(200, { data: { ...JANE, password_hash: 'x' } }));
  const answer = await ask('/api/customers/cust_123/profile');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ data: JANE });
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each<[string, Behaviour, number, Partial<WireError>]>([
  ['404', json(404, { error: 'x', message: 'Jane is gone' }), 404, { code: 'not_found' }],
  ['403', json(403, { error: 'x', message: 'scope' }), 403, { code: 'missing_scope', scope: 'profile:read' }],
  ['400', json(400, { error: 'x', message: 'jane@example.com' }), 400, { code: 'invalid_request' }],
  ['429 with seconds', text(429, '', { 'retry-after': '7' }), 429, { code: 'rate_limited', retryAfterMs: 7_000 }],
  ['429 without', text(429, ''), 429, { code: 'rate_limited', retryAfterMs: 10_000 }],
  ['500', text(500, '<pre>at secret.js:1</pre>'), 503, { code: 'reservie_unavailable' }],
  [
    '503 with seconds',
    text(503, '', { 'retry-after': '3' }),
    503,
    { code: 'reservie_unavailable', retryAfterMs: 3_000 },
  ],
  ['a redirect', text(302, '', { location: 'http://127.0.0.1:1/' }), 502, { code: 'reservie_malformed' }],
  ['no JSON', text(200, '<html>'), 502, { code: 'reservie_malformed' }],
  ['half of a JSON', text(200, '{'), 502, { code: 'reservie_malformed' }],
  ['no data', json(200, {}), 502, { code: 'reservie_malformed' }],
  ['null', text(200, 'null'), 502, { code: 'reservie_malformed' }],
  ['another customer', json(200, { data: { ...JANE, id: 'cust_9' } }), 502, { code: 'reservie_malformed' }],
  ['a cut body', cut, 503, { code: 'reservie_unavailable' }],
  ['a reset', reset, 503, { code: 'reservie_unavailable' }],
  ['silence', hang, 504, { code: 'reservie_timeout' }],
])('turns upstream’s %s into one clear error', async (_, behaviour, status, expected) => {
  const { ask, upstream, log } = await startGateway({ timeoutMs: 1_000, patienceMs: 0 });
  upstream.behave(PROFILE, behaviour);
  const answer = await ask('/api/customers/cust_123/profile');
  expect(answer.statusCode).toBe(status);
  const error = WireError.parse(answer.json());
  expect(error).toMatchObject(expected);
  expect(error.requestId).toBe(answer.headers['x-request-id']);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['retry-after']).toBe(
    error.retryAfterMs === undefined ? undefined : String(error.retryAfterMs / 1000),
  );
  for (const seen of [answer.body, log.join('')]) expect(seen).not.toMatch(/jane|secret|node_modules|127\.0\.0\.1/i);
});

test('says when Reservie refuses the client, and does not ask again with every request', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave('POST /token', json(401, { error: 'invalid_client', message: 'm2m_test is suspended' }));
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await ask('/api/customers/cust_123/profile');
    expect([answer.statusCode, answer.json()]).toMatchObject([502, { code: 'reservie_refused' }]);
    expect(answer.body).not.toContain('m2m_test');
  }
  expect(upstream.tokenRequests()).toBe(1);
  expect(upstream.calls).toEqual([]);
});

test.each([
  ['/api/customers/123/profile', 'params'],
  ['/api/customers/cust_/profile', 'params'],
  ['/api/customers/cust_1%2F..%2F..%2Ftoken/profile', 'params'],
  ['/api/customers/cust_%00/profile', 'params'],
  [`/api/customers/cust_${'x'.repeat(65)}/bookings?startDate=2000-01-01`, 'params'],
  ['/api/customers/cust_1/bookings/booking_1', 'params'],
  ['/api/customers/cust_1/bookings', 'startDate'],
  ['/api/customers/cust_1/bookings?startDate=yesterday', 'startDate'],
  ['/api/customers/cust_1/bookings?startDate=2026-02-30', 'startDate'],
  ['/api/customers/cust_1/bookings?startDate=2026-02-02&endDate=2026-02-01', 'endDate'],
  ['/api/customers/cust_1/bookings?startDate=2026-02-02&startDate=2026-02-01', 'startDate'],
  ['/api/customers/cust_1/bookings?startDate=2000-01-01&futureOnly=yes', 'futureOnly'],
  ['/api/customers/cust_1/notes?page=-1', 'page'],
  ['/api/customers/cust_1/notes?page=1e3', 'page'],
  ['/api/customers/cust_1/passes?pageSize=101', 'pageSize'],
  ['/api/customers/cust_1/passes?pageSize=0', 'pageSize'],
])('refuses %s before Reservie is asked', async (url, field) => {
  const { ask, upstream } = await startGateway();
  const answer = await ask(url);
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'invalid_request' }]);
  const named = field === 'params' ? ['customerId', 'transactionId'] : [field];
  expect(Object.keys(answer.json<{ fields: object }>().fields).every((name) => named.includes(name))).toBe(true);
  expect(upstream.calls).toEqual([]);
  expect(upstream.tokenRequests()).toBe(0);
});

test.each([
  '/api',
  '/api/',
  '/api/token',
  '/api/customers/cust_1',
  '/api/customers/cust_1/password',
  '/api/customers/../../token',
  '/api/%2e%2e/token',
  '/api//customers',
  '/API/customers',
  '/etc/passwd',
])('has nothing at %s', async (url) => {
  const { ask, upstream } = await startGateway();
  const answer = await ask({ url, headers: { accept: 'text/html' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
  expect(upstream.calls).toEqual([]);
});

test.each(['POST', 'PUT', 'DELETE'] as const)('does not take a %s', async (method) => {
  const { ask } = await startGateway();
  const answer = await ask({
    method,
    url: '/api/customers/cust_1/profile',
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
});

test('tells probes that it is up, and whether Reservie lets us in', async () => {
  const { ask, upstream } = await startGateway();
  const headers = { host: '10.1.2.3:3000' };
  expect((await ask({ url: '/healthz', headers })).statusCode).toBe(200);
  expect((await ask({ url: '/readyz', headers })).json()).toEqual({ status: 'ready' });
  upstream.setToken('token-2');
  upstream.behave('POST /token', text(500, ''));
  await ask('/api/customers/cust_123/profile');
  const answer = await ask({ url: '/readyz', headers });
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'reservie_unavailable' }]);
});

test('answers that Reservie is away while the demo’s sandbox is', async () => {
  const { ask } = await startGateway({ reservie: () => undefined });
  expect((await ask('/api/studio')).statusCode).toBe(200);
  const answer = await ask('/api/customers');
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'reservie_unavailable' }]);
});

test('closing lets what is under way finish', async () => {
  const { app, upstream, cookie } = await startGateway();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const asked = new Promise<() => void>((resolve) => {
    upstream.behave(PROFILE, (response) => resolve(() => json(200, { data: JANE })(response)));
  });
  const answer = fetch(`${url}/api/customers/cust_123/profile`, { headers: { cookie } });
  const respond = await asked;
  const closed = app.close();
  respond();
  expect(await (await answer).json()).toEqual({ data: JANE });
  await closed;
});

test('what a page only may want next leaves room in the budget for what it wants now', async () => {
  const { ask, upstream } = await startGateway({ requestsPerMinute: 5 });
  upstream.behave(PROFILE, json(200, { data: JANE }));
  upstream.behave('GET /customer/cust_123/packages', json(200, { data: [], total: 0, page: 0, pageSize: 30 }));
  // With the token two calls: as many as may be read ahead.
  expect((await ask('/api/customers/cust_123/profile')).statusCode).toBe(200);
  const passes = '/api/customers/cust_123/passes';
  const ahead = await ask({ url: passes, headers: { 'x-lane': 'prefetch' } });
  expect(ahead.json()).toMatchObject({ code: 'rate_limited' });
  expect((await ask(passes)).statusCode).toBe(200);
  expect(upstream.calls).toHaveLength(2);
});

test('what a page can do without meanwhile leaves room as well', async () => {
  const { ask, upstream } = await startGateway({ requestsPerMinute: 5 });
  const none = { data: [], total: 0, page: 0, pageSize: 100 };
  upstream.behave('GET /customer/cust_123/bookings', json(200, none));
  const pages = '/api/customers/cust_123/bookings?startDate=2000-01-01&pageSize=100&page=';
  const inBackground = (number: number) => ask({ url: pages + number, headers: { 'x-lane': 'background' } });
  // With the token and a page two calls; three may be made behind those who wait.
  expect([(await inBackground(0)).statusCode, (await inBackground(1)).statusCode]).toEqual([200, 200]);
  expect((await inBackground(2)).json()).toMatchObject({ code: 'rate_limited' });
  expect((await ask(`${pages}2`)).statusCode).toBe(200);
});

test('what was spent of the budget before a restart is still spent', async () => {
  const store = await openTestStore();
  onTestFinished(() => store.remove());
  const first = await startGateway({ store, requestsPerMinute: 3 });
  first.upstream.behave(PROFILE, json(200, { data: JANE }));
  expect((await first.ask('/api/customers/cust_123/profile')).statusCode).toBe(200);
  await first.app.close();
  // The token and the profile, both over.
  expect(await store.db.selectFrom('budgetSlot').select('isOpen').execute()).toEqual([{ isOpen: 0 }, { isOpen: 0 }]);
  const second = await startGateway({ store, requestsPerMinute: 3 });
  expect((await second.ask('/api/customers/cust_123/profile')).json()).toMatchObject({ code: 'rate_limited' });
  expect(second.upstream.calls).toHaveLength(0);
});
