import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Browser,
  TEST_SECRET,
  type TestGateway,
  enter,
  openBrowser,
  startTestGateway,
  whoIs,
} from '../testing/test-gateway.ts';

const PUBLIC_URL = 'http://localhost';
const CALLBACK = '/api/auth/callback/studio';

let provider: OpenIdProvider;
let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  provider = await startOpenIdProvider(`${PUBLIC_URL}${CALLBACK}`);
  const { issuer, clientId, clientSecret } = provider;
  gateway = await startTestGateway({
    accounts: {
      secret: TEST_SECRET,
      publicUrl: PUBLIC_URL,
      openId: { issuer, clientId, clientSecret, name: 'Example' },
    },
  });
});
beforeEach(() => {
  browser = openBrowser(gateway.app);
});
afterAll(async () => {
  await gateway.close();
  await provider.close();
});

async function begin(by: Browser): Promise<string> {
  return (await by.ask({ method: 'POST', url: '/api/session/openid' })).json<{ url: string }>().url;
}

/** As a browser that another website sends here. */
function comeBack(by: Browser, to: URL) {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  return by.ask({ url: `${to.pathname}${to.search}`, headers });
}

async function signIn(by: Browser): Promise<string | undefined> {
  const answer = await comeBack(by, await provider.visit(await begin(by)));
  expect(answer.statusCode).toBe(303);
  return answer.headers.location;
}

async function invite(email: string, role: string): Promise<void> {
  const manager = await gateway.signIn('manager');
  await manager.ask({ method: 'POST', url: '/api/staff/invitations', payload: { email, role } });
}

describe('signing in with OpenID', () => {
  test('makes an invited user a member with the role they were invited for, once and for all', async () => {
    provider.person = { sub: 'ada', email: 'Ada@studio.test', email_verified: true, name: 'Ada' };
    await invite('ada@studio.test', 'desk');
    expect(await signIn(browser)).toBe('/');
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({
      staff: { name: 'Ada', email: 'ada@studio.test', role: 'desk' },
      ways: { openId: 'Example' },
    });
    const again = openBrowser(gateway.app);
    expect(await signIn(again)).toBe('/');
    expect(await whoIs(again)).toBe('ada@studio.test');
  });

  test('knows a member who has a password', async () => {
    provider.person = { sub: 'ben', email: 'ben@studio.test', email_verified: true, name: 'Ben' };
    const id = await gateway.hire('ben@studio.test', 'viewer');
    expect(await signIn(browser)).toBe('/');
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({ staff: { id, role: 'viewer' } });
  });

  test('refuses a user who was not invited', async () => {
    provider.person = { sub: 'eve', email: 'eve@elsewhere.test', email_verified: true, name: 'Eve' };
    expect(await signIn(browser)).toBe('/sign-in?error=not_invited');
    expect(await whoIs(browser)).toBeNull();
    const { db } = gateway.store;
    expect(await db.selectFrom('user').select('id').where('email', '=', 'eve@elsewhere.test').execute()).toEqual([]);
  });

  test('believes no address that the provider has not verified: neither an invited one nor a member’s', async () => {
    await invite('cat@studio.test', 'manager');
    provider.person = { sub: 'mallory-1', email: 'cat@studio.test', email_verified: false, name: 'Cat' };
    expect(await signIn(browser)).toBe('/sign-in?error=not_verified');
    await gateway.hire('dan@studio.test', 'manager');
    provider.person = { sub: 'mallory-2', email: 'dan@studio.test', email_verified: false, name: 'Dan' };
    expect(await signIn(browser)).toBe('/sign-in?error=not_verified');
    expect(await whoIs(browser)).toBeNull();
  });

  test('keeps a disabled member out', async () => {
    provider.person = { sub: 'fay', email: 'fay@studio.test', email_verified: true, name: 'Fay' };
    const id = await gateway.hire('fay@studio.test');
    const manager = await gateway.signIn('manager');
    await manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload: { isDisabled: true } });
    expect(await signIn(browser)).toBe('/sign-in?error=disabled');
    expect(await whoIs(browser)).toBeNull();
  });

  test('keeps nothing of what the provider gave', async () => {
    const { adapter } = await gateway.accounts.auth.$context;
    const accounts = await adapter.findMany<Record<string, unknown>>({
      model: 'account',
      where: [{ field: 'providerId', value: 'studio' }],
    });
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) {
      expect(account).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
    }
  });
});

describe('the way back', () => {
  test('leads only the browser that began it: an address sent to another user signs no user in', async () => {
    provider.person = { sub: 'mallory', email: 'gil@studio.test', email_verified: true, name: 'Gil' };
    await gateway.hire('gil@studio.test');
    const mine = await provider.visit(await begin(browser));
    const victim = openBrowser(gateway.app);
    expect((await comeBack(victim, mine)).headers.location).toBe('/sign-in?error=failed');
    expect(await whoIs(victim)).toBeNull();
  });

  test('is not gone twice, nor with a made-up state or code', async () => {
    provider.person = { sub: 'hal', email: 'hal@studio.test', email_verified: true, name: 'Hal' };
    await gateway.hire('hal@studio.test');
    const back = await provider.visit(await begin(browser));
    const cookies = new Map(browser.cookies);
    expect((await comeBack(browser, back)).headers.location).toBe('/');
    const replay = openBrowser(gateway.app);
    for (const [name, value] of cookies) replay.cookies.set(name, value);
    expect((await comeBack(replay, back)).headers.location).toBe('/sign-in?error=failed');
    for (const search of ['', '?state=x&code=y', '?code=y', '?error=access_denied', `?state=${'z'.repeat(5000)}`]) {
      const answer = await comeBack(openBrowser(gateway.app), new URL(`${PUBLIC_URL}${CALLBACK}${search}`));
      expect(answer.headers.location).toMatch(/^\/sign-in\?error=(failed|cancelled)$/);
    }
    expect(await whoIs(replay)).toBeNull();
  });

  test('leads nowhere but to us, whatever is asked for', async () => {
    provider.person = { sub: 'ida', email: 'ida@studio.test', email_verified: true, name: 'Ida' };
    await gateway.hire('ida@studio.test');
    const payload = {
      callbackURL: 'https://evil.example',
      errorCallbackURL: 'https://evil.example',
      redirect: '//evil',
    };
    const begun = await browser.ask({ method: 'POST', url: '/api/session/openid', payload });
    const back = await provider.visit(begun.json<{ url: string }>().url);
    for (const name of ['callbackURL', 'redirectTo', 'next']) back.searchParams.set(name, 'https://evil.example');
    expect((await comeBack(browser, back)).headers.location).toBe('/');

    const words = new URL(`${PUBLIC_URL}${CALLBACK}?error=<script>&error_description=Call+0800+EVIL`);
    expect((await comeBack(browser, words)).headers.location).toBe('/sign-in?error=failed');
  });

  test('is a page to land on, nothing that another website could embed, fetch or post to', async () => {
    const fetched = await browser.ask({
      url: `${CALLBACK}?state=x&code=y`,
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    });
    expect(fetched.statusCode).toBe(403);
    const posted = await browser.ask({ method: 'POST', url: `${CALLBACK}?state=x&code=y` });
    expect(posted.statusCode).toBe(404);
  });

  test('ends the session that was there before', async () => {
    await gateway.hire('jon@studio.test');
    await enter(browser, 'jon@studio.test');
    const before = openBrowser(gateway.app);
    for (const [name, value] of browser.cookies) before.cookies.set(name, value);
    provider.person = { sub: 'kim', email: 'kim@studio.test', email_verified: true, name: 'Kim' };
    await gateway.hire('kim@studio.test');
    expect(await signIn(browser)).toBe('/');
    expect([await whoIs(browser), await whoIs(before)]).toEqual(['kim@studio.test', null]);
  });
});

test('a provider that is down at the start is asked again at the next sign-in', async () => {
  const port = Number(new URL(provider.issuer).port);
  await provider.close();
  const { clientId, clientSecret, issuer } = provider;
  const accounts = {
    secret: TEST_SECRET,
    publicUrl: PUBLIC_URL,
    openId: { issuer, clientId, clientSecret, name: 'Example' },
  };
  const early = await startTestGateway({ accounts });
  const by = openBrowser(early.app);
  const refused = await by.ask({ method: 'POST', url: '/api/session/openid' });
  expect([refused.statusCode, refused.json()]).toMatchObject([502, { code: 'sign_in_unavailable' }]);
  provider = await startOpenIdProvider(`${PUBLIC_URL}${CALLBACK}`, port);
  expect(await begin(by)).toContain(provider.issuer);
  await early.close();
});

interface Person {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who will be signed in at the provider from now on. */
  person: Person;
  /** Does what a browser does between leaving us and coming back. @returns the address it comes back to. */
  visit: (url: string) => Promise<URL>;
  close: () => Promise<void>;
}

const CLIENT = { clientId: 'studio-desk', clientSecret: 'a-client-secret-for-tests' };

/** A real OpenID provider on a port of its own, at which every user is signed in without being asked. */
async function startOpenIdProvider(redirectUri: string, port = 0): Promise<OpenIdProvider> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();
  const found: OpenIdProvider = {
    issuer,
    ...CLIENT,
    person: { sub: 'ada', email: 'ada@studio.test', email_verified: true, name: 'Ada' },
    visit,
    close: () => closeServer(server),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a-key-for-tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (!client || session?.accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const { person } = found;
    people.set(person.sub, person);
    void provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  });
  return found;
}

async function visit(url: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(url);
  let next = new URL(url);
  while (next.origin === origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.replace(/;.*$/, '').split('=');
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider stopped at ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next);
  }
  return next;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
