import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#kit/random.ts';
import { type Browser, TEST_SECRET, type TestGateway, openBrowser, startTestGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway({
    accounts: {
      secret: TEST_SECRET,
      publicUrl: 'http://localhost',
      openId: { issuer: 'http://127.0.0.1:9', clientId: 'desk', clientSecret: 'secret', name: 'Example' },
    },
  });
  browser = openBrowser(gateway.app);
});
afterAll(() => gateway.close());

test.each([
  ['POST', '/api/auth/sign-in/email'],
  ['POST', '/api/auth/sign-up/email'],
  ['POST', '/api/auth/sign-in/social'],
  ['POST', '/api/auth/sign-in-as'],
  ['GET', '/api/auth/get-session'],
  ['GET', '/api/auth/list-sessions'],
  ['POST', '/api/auth/update-user'],
  ['POST', '/api/auth/two-factor/view-backup-codes'],
  ['GET', '/api/auth/callback/google'],
  ['GET', '/api/auth/callback/studio/../../get-session'],
  ['GET', '/api/auth/error'],
  ['GET', '/api/auth/ok'],
] as const)('better-auth itself does not answer %s %s', async (method, url) => {
  const answer = await browser.ask({ method, url, ...(method === 'POST' && { payload: {} }) });
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
});

test('a question for the head of an answer needs the same right as the answer', async () => {
  for (const url of ['/api/studio', '/api/customers', '/api/staff']) {
    expect((await browser.ask({ method: 'HEAD', url })).statusCode).toBe(401);
  }
});

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const PATHS = [
  '/api/session',
  '/api/session/two-factor',
  '/api/session/demo',
  '/api/session/openid',
  '/api/sessions',
  '/api/set-up',
  '/api/invitations/accept',
  '/api/new-password',
  '/api/account/password',
  '/api/account/two-factor',
  '/api/account/two-factor/confirm',
  '/api/staff',
  '/api/staff/invitations',
  '/api/staff/invitations/x',
  '/api/staff/x',
  '/api/staff/x/password-link',
  '/api/auth/callback/studio',
  '/api/customers/cust_1/profile',
  '/api/customers/cust_1/bookings',
];
const ODDITIES = [
  '',
  '\u0000',
  '%00',
  '%ff',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  "' OR 1=1 --",
  '{"$ne":null}',
  '\u202e',
  '😀'.repeat(50),
  'a'.repeat(3000),
  '[object Object]',
  'null',
  '-1',
  '1e309',
];

describe('malformed requests', () => {
  test.each([1, 2, 3, 4])(
    'a quarter of a thousand at random are no fault of ours and tell nothing (seed %i)',
    async (seed) => {
      const { pick, chance } = createRandom(`requests ${seed}`);
      const oddValue = (): unknown =>
        pick<() => unknown>([
          () => pick(ODDITIES),
          () => 7,
          () => null,
          () => [],
          () => ({ a: pick(ODDITIES) }),
          () => true,
        ])();
      const oddBody = (): string =>
        pick<() => string>([
          () => pick(ODDITIES),
          () => '{"email":',
          () => JSON.stringify(oddValue()),
          () => '{"__proto__":{"role":"manager"},"constructor":{"prototype":{}}}',
          () =>
            JSON.stringify(
              Object.fromEntries(
                ['email', 'password', 'token', 'name', 'role', 'code', 'current', 'next'].map((key) => [
                  key,
                  oddValue(),
                ]),
              ),
            ),
        ])();
      const signedIn = await gateway.signIn('viewer');
      const oddHeaders = () => ({
        ...(chance(0.3) && { cookie: `desk.session_token=${encodeURIComponent(pick(ODDITIES))}; desk.device=x` }),
        ...(chance(0.2) && { 'content-type': pick(['text/plain', 'application/x-www-form-urlencoded', 'a/b', '']) }),
        ...(chance(0.2) && { origin: pick(['null', 'https://evil.example', 'x']) }),
        ...(chance(0.1) && { host: pick(['evil.example', '', 'localhost:99999']) }),
        ...(chance(0.1) && { 'if-none-match': 'x'.repeat(200) }),
      });
      for (let n = 0; n < 250; n += 1) {
        const method = pick(METHODS);
        const path = `${pick(PATHS)}${chance(0.3) ? `/${encodeURI(pick(ODDITIES))}` : ''}`;
        const url = `${path}${chance(0.3) ? `?startDate=${encodeURIComponent(pick(ODDITIES))}&state=x&page=-1` : ''}`;
        const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method) && chance(0.8);
        const headers = { ...(hasBody && { 'content-type': 'application/json' }), ...oddHeaders() };
        const by = chance(0.5) ? signedIn : browser;
        const answer = await by.ask({ method, url, headers, ...(hasBody && { payload: oddBody() }) });
        const said = `${method} ${url} → ${answer.body}`;
        // Without Reservie and without a provider 502 and 503 are the right answers; 500 never is.
        expect([said, answer.statusCode === 500]).toEqual([said, false]);
        expect(answer.body).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|select |insert |SQLITE|postgres|ECONN/i);
      }
    },
  );
});
