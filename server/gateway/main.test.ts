import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type GatewayProcess, PATIENCE, startGatewayProcess } from './testing/gateway-process.ts';
import { makeProcessDatabase } from './testing/test-database.ts';

let dataDir: string;
let database: Awaited<ReturnType<typeof makeProcessDatabase>>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gateway-main-'));
  database = await makeProcessDatabase();
});

afterAll(async () => {
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): GatewayProcess {
  const run = startGatewayProcess({ DATA_DIR: dataDir, DEMO_CUSTOMERS: '20', ...database.env, ...env });
  onTestFinished(() => void run.child.kill('SIGKILL'));
  return run;
}

async function startDemo(env?: Record<string, string>): Promise<Omit<GatewayProcess, 'url'> & { url: string }> {
  const run = start(env);
  return { ...run, url: await run.url() };
}

/** Accepts connections, and says nothing. */
async function listen(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = await listen();
  const port = portOf(server);
  server.close();
  return port;
}

/** Process ids of the sandboxes on this test's data. */
function sandboxes(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(dataDir) && line.includes('sandbox.db'))
    .map((line) => Number.parseInt(line, 10));
}

/** Of a page of data, for a user who has signed in to the demo. */
async function statusOf(url: string): Promise<number> {
  const { origin } = new URL(url);
  const headers = { 'content-type': 'application/json', origin };
  const session = await fetch(`${origin}/api/session/demo`, { method: 'POST', headers, body: '{"role":"desk"}' });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.replace(/;.*$/, ''))
    .join('; ');
  return (await fetch(url, { headers: { cookie } })).status;
}

test('shows demo data, ends quietly on Ctrl-C, and takes its sandbox along', { timeout: 120_000 }, async () => {
  const { child, output, ended, url } = await startDemo();
  expect(output()).toContain('demo data');
  expect(await statusOf(`${url}/api/customers`)).toBe(200);
  expect(sandboxes()).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(sandboxes()).toEqual([]);
  expect(output()).not.toMatch(/Error|secret|m2m_/);
});

test('a page that is opened while the demo’s data are made waits for them', { timeout: 120_000 }, async () => {
  const port = await freePort();
  const { child, ended } = start({ DATA_DIR: join(dataDir, 'early'), PORT: String(port) });
  // The first answer at all, once the port is open.
  expect(await vi.waitFor(() => statusOf(`http://localhost:${port}/api/customers`), PATIENCE)).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a sandbox that dies is started again, and the page lives meanwhile', { timeout: 120_000 }, async () => {
  const { child, output, ended, url } = await startDemo();
  const [first] = sandboxes();
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(() => output(), PATIENCE).toContain('starting it again');
  expect(await statusOf(`${url}/api/studio`)).toBe(200);
  await expect.poll(() => statusOf(`${url}/api/customers`), PATIENCE).toBe(200);
  expect(sandboxes()).not.toContain(first);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(sandboxes()).toEqual([]);
});

test('even a gateway that is killed leaves no sandbox behind', { timeout: 120_000 }, async () => {
  const { child, ended } = await startDemo();
  expect(sandboxes()).toHaveLength(1);
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => sandboxes(), PATIENCE).toEqual([]);
});

test('a gateway that is killed while the demo’s data are made leaves none either', { timeout: 120_000 }, async () => {
  const { child, ended } = start({ DATA_DIR: join(dataDir, 'new'), DEMO_CUSTOMERS: '3000' });
  await expect.poll(() => sandboxes(), PATIENCE).toHaveLength(1);
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => sandboxes(), PATIENCE).toEqual([]);
});

test('a real studio shows a link for its first manager, until there is one', { timeout: 120_000 }, async () => {
  const studio = {
    RESERVIE_BASE_URL: 'http://127.0.0.1:9',
    RESERVIE_CLIENT_ID: 'm2m_1',
    RESERVIE_CLIENT_SECRET: 'very-secret',
    AUTH_SECRET: 'a-secret-for-tests-of-32-characters',
    LOG_LEVEL: 'warn',
  };
  const first = await startDemo(studio);
  const [, token] = /http:\/\/localhost:\d+\/set-up#([\w-]{43})\n/.exec(first.output()) ?? [];
  const answer = await fetch(`${first.url}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.url },
    body: JSON.stringify({ token, name: 'Mia', email: 'mia@studio.test', password: 'correct horse battery' }),
  });
  expect(answer.status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const second = await startDemo(studio);
  expect(second.output()).not.toContain('set-up');
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('a port that is taken ends the start with one sentence', { timeout: 120_000 }, async () => {
  const { output, ended } = start({ PORT: String(portOf(await listen())) });
  expect(await ended).toBe(1);
  expect(output()).toBe('PORT is taken by another program: stop that, or set PORT to another number.\n');
});

test('an OpenID provider that never answers holds up no other user', { timeout: 120_000 }, async () => {
  const provider = await listen();
  const port = await freePort();
  const { url, child, ended } = await startDemo({
    OPENID_ISSUER: `http://127.0.0.1:${portOf(provider)}`,
    OPENID_CLIENT_ID: 'desk',
    OPENID_CLIENT_SECRET: 'very-secret',
    PUBLIC_URL: `http://localhost:${port}`,
    PORT: String(port),
  });
  const headers = { 'content-type': 'application/json', origin: url };
  const begin = await fetch(`${url}/api/session/openid`, { method: 'POST', headers, body: '{}' });
  expect([begin.status, await begin.json()]).toMatchObject([502, { code: 'sign_in_unavailable' }]);
  const enter = await fetch(`${url}/api/session/demo`, { method: 'POST', headers, body: '{"role":"desk"}' });
  expect(enter.status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('half an account ends the start with one sentence', { timeout: 120_000 }, async () => {
  const { output, ended } = start({
    RESERVIE_BASE_URL: 'https://api.example.com',
    RESERVIE_CLIENT_SECRET: 'very-secret',
  });
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^RESERVIE_CLIENT_ID is missing: .*\n$/);
  expect(output()).not.toContain('very-secret');
});
