import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import {
  type TestGateway,
  PASSWORD,
  TEST_SECRET,
  enter,
  openBrowser,
  startTestGateway,
  whoIs,
} from '../testing/test-gateway.ts';

const SESSION = 'desk.session_token';
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ mode: 'demo' });
  await gateway.hire('dee@studio.test');
  await gateway.hire('eve@studio.test');
});
afterAll(() => gateway.close());

function sessionCookie(cookies: { name: string; maxAge?: number }[]) {
  return cookies.find(({ name }) => name === SESSION);
}

test.each([
  ['ends with the browser', false, undefined],
  ['outlives it where that was chosen', true, 7_200],
])('the session’s cookie %s', async (_, isStaying, maxAge) => {
  const browser = openBrowser(gateway.app);
  const payload = { email: 'dee@studio.test', password: PASSWORD, isStaying };
  const entered = await browser.ask({ method: 'POST', url: '/api/session', payload });
  expect(sessionCookie(entered.cookies)?.maxAge).toBe(maxAge);
  expect(sessionCookie(entered.cookies)).not.toHaveProperty('expires');
  // The same when it is prolonged.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  const prolonged = await browser.ask({ url: '/api/session' });
  expect(sessionCookie(prolonged.cookies)?.maxAge).toBe(maxAge);
  expect(await whoIs(browser)).toBe('dee@studio.test');
});

test('who does not choose it again does not stay', async () => {
  const browser = openBrowser(gateway.app);
  const sign = (isStaying: boolean) =>
    browser.ask({ method: 'POST', url: '/api/session/demo', payload: { role: 'desk', isStaying } });
  expect(sessionCookie((await sign(true)).cookies)).toHaveProperty('maxAge');
  expect(sessionCookie((await sign(false)).cookies)).not.toHaveProperty('maxAge');
  expect(browser.cookies.has('desk.stay')).toBe(false);
});

test.each(['/api/session', '/api/sessions'])('DELETE %s empties the browser’s cache', async (url) => {
  const browser = openBrowser(gateway.app);
  await enter(browser, 'dee@studio.test');
  const left = await browser.ask({ method: 'DELETE', url });
  expect(left.headers['clear-site-data']).toBe('"cache"');
});

test('so does signing in as another account, and not as the same', async () => {
  const browser = openBrowser(gateway.app);
  expect((await enter(browser, 'dee@studio.test')).headers).not.toHaveProperty('clear-site-data');
  expect((await enter(browser, 'dee@studio.test')).headers).not.toHaveProperty('clear-site-data');
  expect((await enter(browser, 'eve@studio.test')).headers['clear-site-data']).toBe('"cache"');
});

test('over TLS every cookie is one that no other host under the same domain can set', async () => {
  const secure = await startTestGateway({
    publicHosts: ['desk.example.com'],
    accounts: { secret: TEST_SECRET, publicUrl: 'https://desk.example.com' },
  });
  await secure.hire('dee@studio.test');
  const browser = openBrowser(secure.app);
  const payload = { email: 'dee@studio.test', password: PASSWORD, isStaying: true };
  const { cookies } = await browser.ask({ method: 'POST', url: '/api/session', payload });
  expect(cookies.map(({ name }) => name).toSorted()).toEqual([
    '__Host-desk.device',
    '__Host-desk.session_token',
    '__Host-desk.stay',
  ]);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true });
    expect(cookie).not.toHaveProperty('domain');
  }
  // A session from before this name is over: its cookie might have been set by another host. Signing in again works.
  const before = openBrowser(secure.app);
  before.cookies.set('__Secure-desk.session_token', browser.cookies.get('__Host-desk.session_token') ?? '');
  expect(await whoIs(before)).toBeNull();
  expect((await before.ask({ url: '/api/studio' })).statusCode).toBe(401);
  await enter(before, 'dee@studio.test');
  expect(await whoIs(before)).toBe('dee@studio.test');
  await secure.close();
});
