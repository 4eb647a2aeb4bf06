import { expect, test } from 'vitest';
import { startGateway } from '../testing/gateway-under-test.ts';
import { TEST_SECRET } from '../testing/test-gateway.ts';

const WRITE = { method: 'PATCH', url: '/api/customers/cust_1/profile', payload: {} } as const;
/** A write that passed the guard ends here, at its empty body. */
const PASSED = 400;

test.each([
  ['localhost:3000', 200],
  ['127.0.0.1', 200],
  ['[::1]:3000', 200],
  ['LOCALHOST:3000', 200],
  ['desk.example.com', 200],
  ['desk.example.com:8443', 200],
  ['evil.example.com', 403],
  ['localhost.evil.example.com', 403],
  ['localhost:3000.evil.example.com', 403],
  ['169.254.169.254', 403],
])('under the name "%s" it answers %i', async (host, status) => {
  const { ask } = await startGateway({ publicHosts: ['Desk.example.com'] });
  const answer = await ask({ url: '/api/studio', headers: { host } });
  const expected = status === 200 ? { mode: 'live' } : { code: 'forbidden' };
  expect([answer.statusCode, answer.json()]).toMatchObject([status, expected]);
});

test.each<[string, Record<string, string>, number]>([
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, PASSED],
  ['our own page, by an old browser', { origin: 'http://localhost:3000' }, PASSED],
  ['our own page, hiding where it is', { 'sec-fetch-site': 'same-origin', origin: 'null' }, PASSED],
  ['our own page behind TLS', { origin: 'https://localhost:3000' }, PASSED],
  ['another website', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }, 403],
  ['another port', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' }, 403],
  ['another port, by an old browser', { origin: 'http://localhost:4000' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['a lie', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example.com' }, 403],
  ['no browser', {}, 403],
  ['the address bar', { 'sec-fetch-site': 'none' }, 403],
])('a write from %s', async (_, headers, status) => {
  const { ask, upstream } = await startGateway();
  const answer = await ask({ ...WRITE, headers: { host: 'localhost:3000', ...headers } });
  expect(answer.statusCode).toBe(status);
  expect(upstream.calls).toEqual([]);
});

test.each<[string, string, Record<string, string>, number]>([
  ['http, of the address that staff use by https', 'desk.example.com', { origin: 'http://desk.example.com' }, 403],
  ['https, of the address that staff use', 'desk.example.com', { origin: 'https://desk.example.com' }, PASSED],
  ['http, of loopback', 'localhost', { origin: 'http://localhost' }, PASSED],
  [
    'http, of what a trusted proxy got by https',
    'localhost',
    { origin: 'http://localhost', 'x-forwarded-proto': 'https' },
    403,
  ],
  ['another scheme', 'localhost', { origin: 'ftp://localhost' }, 403],
])('a write by an old browser from a page by %s', async (_, host, headers, status) => {
  const { ask } = await startGateway({
    publicHosts: ['desk.example.com'],
    trustedProxies: ['127.0.0.1'],
    accounts: { secret: TEST_SECRET, publicUrl: 'https://desk.example.com' },
  });
  const answer = await ask({ ...WRITE, headers: { host, ...headers } });
  expect(answer.statusCode === 403 ? 403 : PASSED).toBe(status);
});

test.each([
  ['same-origin', 200],
  ['none', 200],
  ['same-site', 403],
  ['cross-site', 403],
])('data are given to a %s read: %i', async (site, status) => {
  const { ask } = await startGateway();
  const answer = await ask({ url: '/api/studio', headers: { 'sec-fetch-site': site } });
  expect(answer.statusCode).toBe(status);
});

test.each<[string, string, string, number]>([
  ['a form', 'application/x-www-form-urlencoded', 'a=1', 415],
  ['text', 'text/plain', '{}', 415],
  ['half of a JSON', 'application/json', '{"firstname": {"from": "Jane', 400],
  ['a poisoned JSON', 'application/json', '{"__proto__": {"admin": true}}', 400],
  ['too much', 'application/json', JSON.stringify({ firstname: { from: 'x'.repeat(20_000), to: 'y' } }), 413],
])('a write of %s is refused as %s', async (_, type, payload, status) => {
  const { ask, log } = await startGateway();
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
  const answer = await ask({ method: 'PATCH', url: WRITE.url, payload, headers });
  expect([answer.statusCode, answer.json()]).toMatchObject([status, { code: 'invalid_request' }]);
  for (const seen of [answer.body, log.join('')]) expect(seen).not.toMatch(/Jane|node_modules/);
});

test('says nothing to a preflight of another website', async () => {
  const { ask } = await startGateway();
  const answer = await ask({
    method: 'OPTIONS',
    url: WRITE.url,
    headers: { origin: 'https://evil.example.com', 'access-control-request-method': 'PATCH' },
  });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
});

test('every answer takes from pages what none of ours uses', async () => {
  const { ask } = await startGateway();
  for (const url of ['/api/studio', '/healthz', '/nowhere']) {
    const policy = String((await ask({ url })).headers['permissions-policy']);
    expect(policy).toContain('camera=()');
    expect(policy).not.toContain('clipboard-write');
  }
});
