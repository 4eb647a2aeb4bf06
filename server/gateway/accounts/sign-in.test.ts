import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openAccounts } from './accounts.ts';
import {
  PASSWORD,
  TEST_SECRET,
  type TestGateway,
  enter,
  openBrowser,
  startTestGateway,
  whoIs,
} from '../testing/test-gateway.ts';

const HOUR = 60 * 60_000;
const SESSION = 'desk.session_token';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => gateway.close());

function open(ip?: string) {
  return openBrowser(gateway.app, ip === undefined ? {} : { ip });
}

/** Only the clock: timers and the network go on as ever. */
function passTime(ms: number): void {
  vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
}

describe('signing in', () => {
  test('by password, whatever the case of the address', async () => {
    await gateway.hire('ada@studio.test');
    const browser = open();
    expect(await whoIs(browser)).toBeNull();
    expect((await enter(browser, ' Ada@Studio.TEST ')).json()).toEqual({ next: 'signed_in' });
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({
      staff: { email: 'ada@studio.test', role: 'desk', isDisabled: false, hasTwoFactor: false },
      ways: { password: true, openId: null, demoRoles: [] },
    });
  });

  test('does not tell whether it was the address or the password that is wrong', async () => {
    await gateway.hire('ben@studio.test');
    const wrongPassword = await enter(open(), 'ben@studio.test', 'not this one at all');
    const wrongAddress = await enter(open(), 'stranger@studio.test');
    expect(wrongPassword.statusCode).toBe(400);
    expect(wrongAddress.statusCode).toBe(400);
    expect(wrongPassword.json()).toMatchObject({ code: 'invalid_request' });
    const { message } = wrongPassword.json<{ message: string }>();
    expect(wrongAddress.json()).toMatchObject({ message });
    expect(wrongAddress.headers['set-cookie']).toBeUndefined();
  });

  test('needs no password that could be read out of the database', async () => {
    const { auth } = await openAccounts({ ...gateway, secret: TEST_SECRET, clock: Date.now, isDemo: false });
    const { hash, verify } = (await auth.$context).password;
    const [one, two] = [await hash(PASSWORD), await hash(PASSWORD)];
    expect(one).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(one).not.toBe(two);
    expect(await verify({ hash: one, password: PASSWORD })).toBe(true);
    expect(await verify({ hash: one, password: `${PASSWORD}!` })).toBe(false);
  });

  test('gives cookies that no script reads and no other website sends', async () => {
    await gateway.hire('cat@studio.test');
    const answer = await enter(open(), 'cat@studio.test');
    expect(answer.cookies).toHaveLength(2);
    for (const cookie of answer.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  });

  test('gives cookies that travel over TLS only, once browsers use it', async () => {
    const secure = await startTestGateway({
      publicHosts: ['desk.example.com'],
      accounts: { secret: 'another-secret-of-at-least-32-characters', publicUrl: 'https://desk.example.com' },
    });
    await secure.hire('cat@studio.test');
    const answer = await enter(openBrowser(secure.app), 'cat@studio.test');
    expect(answer.cookies.map(({ name, secure: isSecure }) => [name, isSecure])).toEqual([
      ['__Host-desk.session_token', true],
      ['__Host-desk.device', true],
    ]);
    await secure.close();
  });

  test('never by a button outside the demo, where no account stands behind it', async () => {
    const answer = await open().ask({ method: 'POST', url: '/api/session/demo', payload: { role: 'manager' } });
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'forbidden' }]);
  });
});

describe('a session', () => {
  test('is a new one at each sign-in: one that was planted is not taken up', async () => {
    await gateway.hire('eve@studio.test');
    await gateway.hire('dan@studio.test');
    const eve = open();
    await enter(eve, 'eve@studio.test');
    const planted = eve.cookies.get(SESSION) ?? '';

    const dan = open();
    dan.cookies.set(SESSION, planted);
    await enter(dan, 'dan@studio.test');
    expect(dan.cookies.get(SESSION)).not.toBe(planted);
    expect(await whoIs(dan)).toBe('dan@studio.test');
    expect(await whoIs(eve)).toBeNull();
  });

  test('is not made up: a token without our signature is no session', async () => {
    const browser = open();
    for (const value of ['x', 'a'.repeat(32), `${'a'.repeat(32)}.${'b'.repeat(43)}%3D`, '%', '%00']) {
      browser.cookies.set(SESSION, value);
      expect(await whoIs(browser)).toBeNull();
      expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(401);
    }
  });

  test('is of no use to another website that makes the browser send it', async () => {
    await gateway.hire('fay@studio.test', 'manager');
    const browser = open();
    await enter(browser, 'fay@studio.test');
    const { ask } = browser;
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const invite = {
      method: 'POST',
      url: '/api/staff/invitations',
      payload: { email: 'e@evil.example', role: 'manager' },
    } as const;
    const read = await ask({ url: '/api/staff', headers: elsewhere });
    expect([read.statusCode, read.json()]).toMatchObject([403, { code: 'forbidden' }]);
    for (const headers of [elsewhere, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }]) {
      const foreign = await ask({ ...invite, headers: { 'sec-fetch-site': undefined, ...headers } });
      expect(foreign.statusCode).toBe(403);
      expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
    }
    const simpleForm = { 'content-type': 'text/plain', ...elsewhere };
    expect((await ask({ ...invite, payload: JSON.stringify(invite.payload), headers: simpleForm })).statusCode).toBe(
      403,
    );
    expect((await ask({ url: '/api/staff' })).json()).toMatchObject({ invitations: [] });
  });

  test('ends after two idle hours, but not while it is used', async () => {
    await gateway.hire('gil@studio.test');
    const browser = open();
    await enter(browser, 'gil@studio.test');
    for (const _ of [1, 2, 3]) {
      passTime(1.9 * HOUR);
      expect(await whoIs(browser)).toBe('gil@studio.test');
    }
    passTime(2.1 * HOUR);
    expect(await whoIs(browser)).toBeNull();
  });

  test('ends after twelve hours however busy it is', async () => {
    await gateway.hire('hal@studio.test');
    const browser = open();
    await enter(browser, 'hal@studio.test');
    const stolen = new Map(browser.cookies);
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) {
      passTime(1.7 * HOUR);
      expect(await whoIs(browser)).toBe('hal@studio.test');
    }
    passTime(0.2 * HOUR);
    expect(await whoIs(browser)).toBeNull();
    const thief = open();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect(await whoIs(thief)).toBeNull();
  });

  test('ends with signing out, for a copy of the cookie too', async () => {
    await gateway.hire('ida@studio.test');
    const browser = open();
    await enter(browser, 'ida@studio.test');
    const copy = open();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.ask({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(200);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await whoIs(copy)).toBeNull();
  });

  test('that is over does not take away the cookie of the next one, which the browser may have by then', async () => {
    await gateway.hire('una@studio.test');
    const browser = open();
    await enter(browser, 'una@studio.test');
    const former = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await enter(browser, 'una@studio.test');
    for (const url of ['/api/session', '/api/studio', '/api/staff']) {
      const late = await browser.ask({ url, headers: { cookie: former } });
      expect(late.headers['set-cookie']).toBeUndefined();
    }
    expect(await whoIs(browser)).toBe('una@studio.test');
  });

  test('ends on every device with signing out everywhere', async () => {
    await gateway.hire('jon@studio.test');
    const browsers = [open(), open(), open()];
    for (const browser of browsers) await enter(browser, 'jon@studio.test');
    await browsers[0]?.ask({ method: 'DELETE', url: '/api/sessions' });
    expect(await Promise.all(browsers.map(whoIs))).toEqual([null, null, null]);
  });
});

describe('changing the password', () => {
  test('ends every other session, and the old password', async () => {
    await gateway.hire('kim@studio.test');
    const [here, there] = [open(), open()];
    await enter(here, 'kim@studio.test');
    await enter(there, 'kim@studio.test');
    const before = here.cookies.get(SESSION);
    const payload = { current: PASSWORD, next: 'a quite different one' };
    expect((await here.ask({ method: 'POST', url: '/api/account/password', payload })).statusCode).toBe(200);
    expect(here.cookies.get(SESSION)).not.toBe(before);
    expect([await whoIs(here), await whoIs(there)]).toEqual(['kim@studio.test', null]);
    expect((await enter(open(), 'kim@studio.test')).statusCode).toBe(400);
    expect((await enter(open(), 'kim@studio.test', payload.next)).statusCode).toBe(200);
  });

  test('needs the one in use, and one that is long enough', async () => {
    await gateway.hire('lea@studio.test');
    const browser = open();
    await enter(browser, 'lea@studio.test');
    const change = (payload: { current: string; next: string }) =>
      browser.ask({ method: 'POST', url: '/api/account/password', payload });
    expect((await change({ current: 'a guess of a thief', next: 'mine from now on' })).json()).toMatchObject({
      code: 'invalid_request',
      fields: { current: 'That isn’t right' },
    });
    expect((await change({ current: PASSWORD, next: 'short' })).json()).toMatchObject({
      fields: { next: 'Use at least 10 characters' },
    });
    expect(await whoIs(browser)).toBe('lea@studio.test');
  });
});

describe('a manager', () => {
  test('ends a disabled member’s sessions at once, and lets them in again later', async () => {
    const id = await gateway.hire('max@studio.test');
    const max = open();
    await enter(max, 'max@studio.test');
    const manager = await gateway.signIn('manager');
    const change = (payload: object) => manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload });
    expect((await change({ isDisabled: true })).json()).toMatchObject({ id, isDisabled: true });
    expect((await max.ask({ url: '/api/studio' })).statusCode).toBe(401);
    expect((await enter(open(), 'max@studio.test')).json()).toMatchObject({ code: 'forbidden' });
    await change({ isDisabled: false });
    expect((await enter(open(), 'max@studio.test')).json()).toEqual({ next: 'signed_in' });
  });

  test('changes a role for the very next request', async () => {
    const id = await gateway.hire('nia@studio.test', 'manager');
    const nia = open();
    await enter(nia, 'nia@studio.test');
    expect((await nia.ask({ url: '/api/staff' })).statusCode).toBe(200);
    const manager = await gateway.signIn('manager');
    await manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload: { role: 'viewer' } });
    expect((await nia.ask({ url: '/api/staff' })).statusCode).toBe(403);
  });
});

test('there is always a manager left, even when two demote each other at once', async () => {
  const studio = await startTestGateway();
  const [ann, bob] = [await studio.hire('ann@studio.test', 'manager'), await studio.hire('bob@studio.test', 'manager')];
  const [first, second] = [openBrowser(studio.app), openBrowser(studio.app)];
  await enter(first, 'ann@studio.test');
  await enter(second, 'bob@studio.test');
  const answers = await Promise.all([
    first.ask({ method: 'PATCH', url: `/api/staff/${bob}`, payload: { role: 'desk' } }),
    second.ask({ method: 'PATCH', url: `/api/staff/${ann}`, payload: { isDisabled: true } }),
  ]);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  const last = answers[0]?.statusCode === 200 ? { browser: first, id: ann } : { browser: second, id: bob };
  const own = await last.browser.ask({ method: 'PATCH', url: `/api/staff/${last.id}`, payload: { role: 'viewer' } });
  expect([own.statusCode, own.json()]).toMatchObject([409, { code: 'conflict' }]);
  await studio.close();
});

test('the demo has a button for each role, and none of its accounts stays when it becomes a real studio', async () => {
  const demo = await startTestGateway({ mode: 'demo' });
  const browser = openBrowser(demo.app);
  expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({
    isSetUp: true,
    ways: { demoRoles: ['viewer', 'desk', 'manager'] },
  });
  await browser.ask({ method: 'POST', url: '/api/session/demo', payload: { role: 'manager' } });
  expect((await browser.ask({ url: '/api/staff' })).statusCode).toBe(200);

  const real = await startTestGateway({ store: demo.store });
  const same = openBrowser(real.app);
  for (const [name, value] of browser.cookies) same.cookies.set(name, value);
  expect((await same.ask({ url: '/api/session' })).json()).toMatchObject({ staff: null, isSetUp: false });
  await real.close();
  await demo.close();
});
