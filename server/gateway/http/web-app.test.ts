import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AtHand } from '#contract/at-hand.ts';
import { openStore } from '../store/open-store.ts';
import { makeBuiltPage } from '../testing/built-page.ts';
import { json, startFakeReservie } from '../testing/fake-reservie.ts';
import { JANE, startGateway } from '../testing/gateway-under-test.ts';
import { startTestGateway } from '../testing/test-gateway.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const { page: PAGE, webRoot } = makeBuiltPage();

const PAGE_ADDRESSES = [
  '/',
  '/?',
  '/index.html',
  '/customers',
  '/customers/',
  '/customers?q=jane/smith',
  '/customers/cust_1',
  '/customers/%E0%A4%A',
  '/customers/cust_1/bookings/txn_2?page=3',
  '/join',
];

test.each(PAGE_ADDRESSES)('serves the page under %s', async (url) => {
  const { ask } = await startGateway({ webRoot });
  // A browser, curl, a link preview, and a client that does not say.
  for (const headers of [HTML, { accept: '*/*' }, { accept: 'text/*;q=0.5, application/json' }, {}]) {
    const answer = await ask({ url, headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.vary).toContain('accept');
    expect(answer.body).toContain('csp-nonce');
  }
});

test.each(PAGE_ADDRESSES)('has no %s for a client that does not take HTML', async (url) => {
  const { ask } = await startGateway({ webRoot });
  for (const accept of ['application/json', 'text/html;q=0, application/json']) {
    const answer = await ask({ url, headers: { accept } });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
  }
});

test('a page’s headers can be asked for alone', async () => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask({ method: 'HEAD', url: '/customers' });
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
});

test.each([
  '/nowhere',
  '/customers/cust_1/nothing',
  '/customers/cust_1/bookings/txn_2/deeper',
  '/customersX',
  '/Xcustomers',
  '/apiary',
  '/a.b/c',
])('%s is no page for any client', async (url) => {
  const { ask } = await startGateway({ webRoot });
  const browser = await ask({ url, headers: HTML });
  // The page says so in its own words.
  expect([browser.statusCode, browser.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(browser.body).toContain('csp-nonce');
  for (const headers of [{ accept: '*/*' }, { accept: 'application/json' }, {}]) {
    const answer = await ask({ url, headers });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
  }
});

function atHandIn(page: string): AtHand {
  return AtHand.parse(JSON.parse(/id="at-hand">(.*?)<\/script>/.exec(page)?.[1] ?? ''));
}

test('a page brings what its first screen would ask for, and names what it will need', async () => {
  const { ask } = await startGateway({ webRoot });
  const { body } = await ask({ url: '/customers/cust_123/bookings', headers: HTML });
  const atHand = atHandIn(body);
  expect([atHand.session.staff?.role, atHand.studio.mode]).toEqual(['desk', 'live']);
  expect(body).toContain('<link rel="preload" as="fetch" crossorigin href="/api/customers/cust_123/profile">');
  expect((await ask({ url: '/customers', headers: HTML })).body).toContain('href="/assets/list-secret.js"');
});

async function openList(role: 'viewer' | 'desk', clock?: () => number) {
  const upstream = await startFakeReservie();
  upstream.behave('GET /customers', json(200, { data: [{ ...JANE, archived: false }] }));
  const gateway = await startTestGateway({ webRoot, reservie: upstream.account, ...(clock && { clock }) });
  onTestFinished(async () => {
    await gateway.close();
    await upstream.close();
  });
  const browser = await gateway.signIn(role);
  return {
    ...browser,
    calls: upstream.calls,
    show: async (url: string) => (await browser.ask({ url, headers: HTML })).body,
  };
}

describe('the top of the list', () => {
  const FIRST = { url: '/api/customers/first' };
  const READ_FIRST = '<link rel="preload" as="fetch" crossorigin href="/api/customers/first">';

  test.each(['viewer', 'desk'] as const)('comes with the page as a %s may see it, once it is there', async (role) => {
    const { ask, calls, show } = await openList(role);
    const before = await show('/customers');
    expect([before.includes('skeletons'), before.includes(READ_FIRST), calls]).toEqual([true, true, []]);

    const answer: unknown = (await ask(FIRST)).json();
    const asked = calls.length;
    const page = await show('/customers');
    expect([page.includes('skeletons'), page.includes(READ_FIRST), calls.length]).toEqual([false, false, asked]);
    expect(atHandIn(page).first).toEqual(answer);
    expect(page.includes('Smith')).toBe(role === 'desk');
    expect(page).toMatch(role === 'desk' ? '<bdi>Jane Smith</bdi>' : /<bdi>Jane S[^m]/);
  });

  test.each(['/customers?q=smith', '/customers?view=x', '/customers/cust_123', '/settings', '/sign-in'])(
    'does not come with %s',
    async (url) => {
      const { ask, show } = await openList('desk');
      await ask(FIRST);
      const page = await show(url);
      expect(page).not.toContain('Smith');
      expect(page).not.toContain(READ_FIRST);
    },
  );

  test('does not come when it may be out of date', async () => {
    let now = Date.now();
    const { ask, show } = await openList('desk', () => now);
    await ask(FIRST);
    now += 6 * 60_000;
    expect(await show('/customers')).toContain(READ_FIRST);
  });
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a page travels as %s to a browser that takes it', async (encoding, decompress) => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask({ url: '/customers', headers: { ...HTML, 'accept-encoding': encoding } });
  expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual([encoding, 'accept, accept-encoding']);
  expect(decompress(answer.rawPayload).toString()).toContain('csp-nonce');
  const plain = await ask({ url: '/customers', headers: { ...HTML, 'accept-encoding': `${encoding};q=0` } });
  expect(plain.headers).not.toHaveProperty('content-encoding');
});

test('a page without a session brings nothing, and is not the outline of a desk', async () => {
  const { ask } = await startGateway({ webRoot });
  const { headers, body } = await ask({ url: '/customers/cust_123', headers: { ...HTML, cookie: 'desk=gone' } });
  expect(headers['cache-control']).toBe('no-cache');
  expect(body).not.toMatch(/at-hand|outline|api\/customers/);
});

test('a page goes out without it when the database fails', async () => {
  const store = await openStore({ file: ':memory:' });
  const { ask, log } = await startGateway({ webRoot, store });
  await store.close();
  const { statusCode, body } = await ask({ url: '/customers', headers: HTML });
  expect([statusCode, body.includes('csp-nonce'), body.includes('at-hand')]).toEqual([200, true, false]);
  expect(log.join('')).toContain('a page goes out without');
});

test('every page has a nonce of its own, in the policy and in the page', async () => {
  const { ask } = await startGateway({ webRoot });
  const pages = await Promise.all([ask({ url: '/', headers: HTML }), ask({ url: '/', headers: HTML })]);
  const list = PAGE.replace(/<!--customer-->.*<!--\/customer-->/, '');
  const nonces = pages.map((page) => {
    const policy = String(page.headers['content-security-policy']);
    const nonce = /script-src 'self' 'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(page.body).toContain(list.replaceAll('__CSP_NONCE__', nonce));
    expect(policy).not.toContain('unsafe');
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('built files are kept for a year, and a worker among them may fetch', async () => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask('/assets/a-1b2c.js');
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(answer.headers['content-type']).toContain('javascript');
  expect(answer.headers['content-security-policy']).toContain("connect-src 'self'");
  expect(answer.headers['content-security-policy']).not.toContain('nonce');
});

test('built files travel compressed, under the headers of the file itself', async () => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask({ url: '/assets/a-1b2c.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript') as unknown,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringMatching(/accept-encoding/i) as unknown,
  });
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe('export {};');
});

test('files that keep their name are asked for again', async () => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask('/icon.svg');
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
});

test.each([
  '/assets/gone-9z9z.js',
  '/api/nothing',
  '/assets/../../secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/.vite/manifest.json',
  '/assets/',
])('has no %s', async (url) => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask({ url, headers: { accept: '*/*' } });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.json()).toHaveProperty('requestId');
  expect(answer.body).not.toContain('secret');
});

test('a write to a page’s address is not answered with the page', async () => {
  const { ask } = await startGateway({ webRoot });
  const headers = { ...HTML, 'sec-fetch-site': 'same-origin' };
  const answer = await ask({ method: 'POST', url: '/customers', headers });
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
});

test('a link from another website opens the page', async () => {
  const { ask } = await startGateway({ webRoot });
  const answer = await ask({ url: '/customers', headers: { ...HTML, 'sec-fetch-site': 'cross-site' } });
  expect(answer.statusCode).toBe(200);
});

test('headers keep the page out of frames, and say nothing about HTTPS', async () => {
  const { ask } = await startGateway({ webRoot });
  for (const url of ['/', '/api/studio']) {
    const { headers } = await ask({ url, headers: HTML });
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});
