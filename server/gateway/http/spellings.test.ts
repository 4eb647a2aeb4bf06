import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Endpoint, toUrl } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import { history } from '#contract/history.ts';
import { live } from '#contract/live.ts';
import { staffApi } from '#contract/staff.ts';
import { listHistory } from '../store/history.ts';
import { type Browser, type TestGateway, startTestGateway } from '../testing/test-gateway.ts';

const IDS = { customerId: 'cust_123', transactionId: 'txn_1', staffId: 'staff-1', invitationId: 'invitation-1' };
const QUERY = '?startDate=2026-01-01';

/** Other ways to write the same path, of which some clients, proxies and routers think that they are the same. */
const SPELLINGS: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'first letter percent-encoded': (path) => path.replace(/[a-z]/, encodeLetter),
  'every letter percent-encoded': (path) => path.replace(/[a-z]/g, encodeLetter),
  'slashes percent-encoded': (path) => path.replaceAll(/(?!^)\//g, '%2f'),
  'a dot segment': (path) => `/.${path}`,
  'two dot segments': (path) => `/x/..${path}`,
  'dot segments percent-encoded': (path) => `/x/%2e%2E${path}`,
  'a double slash in front': (path) => `/${path}`,
  'double slashes': (path) => path.replaceAll(/(?!^)\//g, '//'),
  'a backslash': (path) => path.replace(/(?!^)\//, '\\'),
  'the absolute form': (path) => `http://localhost${path}`,
  'the absolute form of another host': (path) => `HTTP://evil.example${path}`,
  'the absolute form, percent-encoded': (path) => `http://localhost${path.replace(/[a-z]/, encodeLetter)}`,
  'upper case': (path) => path.toUpperCase(),
  'a trailing slash': (path) => `${path}/`,
  'a trailing dot': (path) => `${path}.`,
  'a matrix parameter': (path) => `${path};a=1`,
  'a fragment': (path) => `${path}#a`,
};

function encodeLetter(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}

interface Asked {
  status: number;
  cacheControl: string | undefined;
  type: string;
}

let folder: string;
let desk: TestGateway;
let manager: Browser;
let port: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spellings-'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), '<title>Studio Desk</title>');
  writeFileSync(join(folder, '.vite/pages.json'), '["/","/customers"]');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(join(folder, '.vite/outline.mjs'), 'export const describeBookings = () => ({});');
  desk = await startTestGateway({ webRoot: folder, metricsToken: 'a-token-for-metrics' });
  manager = await desk.signIn('manager');
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  port = (desk.app.server.address() as AddressInfo).port;
});

afterAll(async () => {
  agent.destroy();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends exactly this target, which `fetch` and `inject` would tidy up. The body is not waited for: it may be a stream. */
function ask(path: string, method: string, headers: Record<string, string>): Promise<Asked> {
  const cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const asking = httpRequest(
      { host: '127.0.0.1', port, path, method, agent, headers: { host: 'localhost', cookie, ...headers } },
      (answer) => {
        const type = answer.headers['content-type'] ?? '';
        resolve({ status: answer.statusCode ?? 0, cacheControl: answer.headers['cache-control'], type });
        if (type.startsWith('text/event-stream')) answer.destroy();
        else answer.resume();
      },
    );
    asking.once('error', reject).end();
  });
}

const ADDRESSES = Object.entries<Endpoint>({ ...gateway, ...staffApi, ...history, ...live }).map(
  ([name, { method, path }]) => ({ name, method, path: toUrl(path, IDS) }),
);

test.each(ADDRESSES)(
  '$name gives nothing to another website, however its address is spelt',
  async ({ method, path }) => {
    for (const [spelling, spell] of Object.entries(SPELLINGS)) {
      for (const site of ['cross-site', 'same-site']) {
        for (const asked of new Set(['GET', 'HEAD', method])) {
          const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', accept: '*/*' };
          const answer = await ask(`${spell(path)}${QUERY}`, asked, headers);
          // Refused; or no address of ours at all.
          expect([spelling, asked, answer.status]).toEqual([spelling, asked, expect.toBeOneOf([400, 403, 404])]);
          expect(answer.cacheControl).toBe('no-store');
        }
      }
    }
    expect(await listHistory(desk.store, { changesOnly: false }, { page: 0, pageSize: 1 })).toEqual({
      data: [],
      total: 0,
    });
  },
);

test('what our own page gets is kept by no cache, however its address is spelt', async () => {
  for (const { path, method } of ADDRESSES) {
    if (method !== 'GET') continue;
    for (const [spelling, spell] of Object.entries(SPELLINGS)) {
      const { status, cacheControl, type } = await ask(`${spell(path)}${QUERY}`, 'GET', {
        'sec-fetch-site': 'same-origin',
      });
      if (type.startsWith('text/html')) continue;
      expect([spelling, path, status, cacheControl]).toEqual([
        spelling,
        path,
        status,
        expect.stringContaining('no-store'),
      ]);
    }
  }
});
