import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { buildGateway } from '../../server/gateway/app.ts';
import { makeTestDatabase } from '../../server/gateway/testing/test-database.ts';
import { type Sandbox, buildSandbox } from '../../server/sandbox/app.ts';

export interface Desk {
  sandbox: Sandbox;
  gateway: FastifyInstance;
  get: (path: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** Changes fields of a customer's profile the way our own page does. */
  save: (customerId: string, changes: object) => Promise<LightMyRequestResponse>;
  /** How often the sandbox was called, whatever came of it: `GET /customer/cust_123/profile`. */
  calls: (operation?: string) => number;
  /** Lets the gateway's clock go on: answers age, rests end. */
  pass: (ms: number) => void;
}

export interface DeskOptions {
  /** 0, no limit, by default. */
  requestsPerMinute?: number;
  timeoutMs?: number;
  patienceMs?: number;
}

// Pauses, rests and timeouts of the product are waited for as they are.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'resilience-'));
const template = join(folder, 'template.db');
let made = 0;

beforeAll(async () => {
  const sandbox = await buildSandbox({ file: template, customers: 40 });
  await sandbox.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** libsql leaves the newest pages in the write-ahead log when it closes: the two files are one database. */
function copyTemplate(): string {
  made += 1;
  const file = join(folder, `${made}.db`);
  copyFileSync(template, file);
  if (existsSync(`${template}-wal`)) copyFileSync(`${template}-wal`, `${file}-wal`);
  return file;
}

/** A gateway before a sandbox, over HTTP; both end with the test. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const { requestsPerMinute = 0, timeoutMs = 1_500, patienceMs } = options;
  let passed = 0;
  const clock = () => Date.now() + passed;
  const sandbox = await buildSandbox({ file: copyTemplate(), budgetPerMinute: requestsPerMinute });
  const calls: string[] = [];
  sandbox.app.server.on('request', ({ method, url }) => calls.push(`${method} ${url?.replace(/\?.*/, '')}`));
  const { id: clientId, secret: clientSecret } = sandbox.client;
  const database = await makeTestDatabase();
  const gateway = await buildGateway({
    reservie: { baseUrl: await sandbox.app.listen({ host: '127.0.0.1', port: 0 }), clientId, clientSecret },
    store: database.options,
    accounts: { secret: 'a-secret-for-journeys-of-32-characters' },
    mode: 'demo',
    timeZone: 'Europe/London',
    requestsPerMinute,
    clock,
    timeoutMs,
    ...(patienceMs !== undefined && { patienceMs }),
  });
  onTestFinished(async () => {
    await gateway.close();
    await sandbox.close();
    await database.remove();
  });
  const cookie = await signIn(gateway);
  return {
    sandbox,
    gateway,
    get: (url, headers = {}) => gateway.inject({ url, headers: { cookie, ...headers } }),
    save: (customerId, changes) =>
      gateway.inject({
        method: 'PATCH',
        url: `/api/customers/${customerId}/profile`,
        payload: changes,
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      }),
    calls: (operation) => calls.filter((call) => operation === undefined || call === operation).length,
    pass: (ms) => (passed += ms),
  };
}

async function signIn(gateway: FastifyInstance): Promise<string> {
  const answer = await gateway.inject({
    method: 'POST',
    url: '/api/session/demo',
    payload: { role: 'desk' },
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin' },
  });
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
