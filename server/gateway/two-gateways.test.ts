import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { type GatewayProcess, startGatewayProcess } from './testing/gateway-process.ts';
import { readEvents } from './testing/live-under-test.ts';
import { makeProcessDatabase } from './testing/test-database.ts';

const MINUTE = 60_000;
const BUDGET = 40;
/** What one member of staff alone may fill: the rest waits for the next one, and for saves. */
const FOR_PAGES = 24;
const STAFF = { email: 'mia@studio.test', password: 'correct horse battery' };
const PROFILE = '/api/customers/cust_123/profile';

const Account = z.object({ baseUrl: z.string(), clientId: z.string(), clientSecret: z.string() });
let folder = '';
let sandbox: ChildProcess | undefined;
let wire: Server | undefined;
let database: Awaited<ReturnType<typeof makeProcessDatabase>> | undefined;
let processes: GatewayProcess[] = [];
let [one, other] = ['', ''];
/** Every call that reached the sandbox, and what it answered. */
const calls: { at: number; status: number }[] = [];

async function startSandbox(): Promise<z.infer<typeof Account>> {
  const program = join(import.meta.dirname, '../sandbox/main.ts');
  const flags = ['--json', '--port', '0', '--budget', String(BUDGET), '--customers', '80'];
  const args = ['--import', 'tsx', program, ...flags, '--file', join(folder, 'sandbox.db')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  sandbox = child;
  for await (const line of createInterface({ input: child.stdout })) return Account.parse(JSON.parse(line));
  throw new Error('The sandbox has not started.');
}

/** Between the gateways and the sandbox: counts. */
async function startWire(baseUrl: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '', headers } = request;
      const body = method === 'GET' ? undefined : await text(request);
      const passed = Object.entries(headers).filter(([name]) => /^(?:authorization|content-type)$/.test(name));
      const call = { at: Date.now(), status: 0 };
      calls.push(call);
      const sent = { method, headers: passed.map(([name, value]) => [name, String(value)] as [string, string]) };
      const answer = await fetch(baseUrl + url, body === undefined ? sent : { ...sent, body });
      call.status = answer.status;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
  wire = server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function send(url: string, method: string, path: string, body?: object, cookie = ''): Promise<Response> {
  const headers = { origin: url, cookie, ...(body && { 'content-type': 'application/json' }) };
  return fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

/** @returns the cookies of a new session. */
async function signInAt(url: string): Promise<string> {
  const answer = await send(url, 'POST', '/api/session', STAFF);
  expect(answer.status).toBe(200);
  const lines = answer.headers.getSetCookie();
  return lines.map((line) => line.replace(/;.*$/, '')).join('; ');
}

async function whoIs(url: string, cookie: string): Promise<unknown> {
  const { staff } = (await (await send(url, 'GET', '/api/session', undefined, cookie)).json()) as {
    staff: { email: string } | null;
  };
  return staff && staff.email;
}

async function watchAt(url: string, cookie: string): Promise<ReturnType<typeof readEvents>> {
  const request = get(`${url}/api/events`, { headers: { cookie } });
  onTestFinished(() => void request.destroy());
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  return readEvents(response);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

describe.runIf(process.env['STORE'] === 'postgres')('two processes on one PostgreSQL; SQLite serves one', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'two-gateways-'));
    const { baseUrl, clientId, clientSecret } = await startSandbox();
    database = await makeProcessDatabase();
    const env = {
      ...database.env,
      RESERVIE_BASE_URL: await startWire(baseUrl),
      RESERVIE_CLIENT_ID: clientId,
      RESERVIE_CLIENT_SECRET: clientSecret,
      RESERVIE_REQUESTS_PER_MINUTE: String(BUDGET),
      AUTH_SECRET: 'a-secret-for-tests-of-32-characters',
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
    };
    processes = [startGatewayProcess(env), startGatewayProcess(env)];
    [one = '', other = ''] = await Promise.all(processes.map(({ url }) => url()));
    const [, token] = /\/set-up#([\w-]{43})/.exec(processes[0]?.output() ?? '') ?? [];
    const made = await send(one, 'POST', '/api/set-up', { token, name: 'Mia', ...STAFF });
    if (!made.ok) throw new Error(`There is no manager: ${await made.text()}`);
  }, 120_000);

  afterAll(async () => {
    await Promise.all(processes.map(({ child }) => stop(child)));
    if (sandbox) await stop(sandbox);
    wire?.closeAllConnections();
    wire?.close();
    await database?.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('who signs in at one is signed in at the other, until they sign out at either', async () => {
    const cookie = await signInAt(one);
    expect(await whoIs(other, cookie)).toBe(STAFF.email);
    const watch = await watchAt(one, cookie);
    expect((await send(other, 'DELETE', '/api/session', undefined, cookie)).status).toBe(200);
    expect(await whoIs(one, cookie)).toBeNull();
    expect(await whoIs(other, cookie)).toBeNull();
    expect((await watch.next()).value).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
  });

  test('an edit at one is told at the other within two seconds, and shown and recorded there', async () => {
    const cookie = await signInAt(one);
    const before = (await (await send(other, 'GET', PROFILE, undefined, cookie)).json()) as { data: object };
    expect(before.data).toMatchObject({ firstname: 'Jane' });
    const watch = await watchAt(other, cookie);
    const event = watch.next().then(({ value }) => ({ value, at: Date.now() }));
    const saving = await send(one, 'PATCH', PROFILE, { firstname: { from: 'Jane', to: 'Janet' } }, cookie);
    expect(saving.status).toBe(200);
    const savedAt = Date.now();
    const { value, at } = await event;
    expect(value).toMatchObject({
      event: 'customer',
      data: { customer: { id: 'cust_123', firstname: 'Janet' }, by: 'Mia', state: 'saved' },
    });
    expect(at - savedAt).toBeLessThan(2_000);
    const after = await send(other, 'GET', PROFILE, undefined, cookie);
    expect(await after.json()).toMatchObject({ data: { firstname: 'Janet' } });
    const record = await send(other, 'GET', '/api/history?customerId=cust_123&changesOnly=true', undefined, cookie);
    expect(await record.json()).toMatchObject({
      data: [
        {
          staff: { name: 'Mia' },
          action: 'updateProfile',
          changes: [{ field: 'firstname', before: 'Jane', after: 'Janet' }],
          result: 'done',
          requestId: saving.headers.get('x-request-id'),
        },
      ],
    });
  });

  test('both together never send more than the budget, and say what is over', { timeout: 60_000 }, async () => {
    const cookie = await signInAt(one);
    const list = (await (await send(one, 'GET', '/api/customers', undefined, cookie)).json()) as {
      data: { id: string }[];
    };
    const ids = list.data.map(({ id }) => id).filter((id) => id !== 'cust_123');
    expect(ids.length).toBeGreaterThan(60);
    const asked = ids.map((id, index) =>
      send(index % 2 ? one : other, 'GET', `/api/customers/${id}/profile`, undefined, cookie),
    );
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBe(answers.length - refused.length);
    for (const answer of refused) {
      expect(await answer.json()).toMatchObject({
        code: 'rate_limited',
        retryAfterMs: expect.any(Number) as number,
      });
    }
    const inOneMinute = calls.map(({ at }) => calls.filter((call) => call.at >= at && call.at < at + MINUTE).length);
    expect(Math.max(...inOneMinute)).toBeLessThanOrEqual(BUDGET);
    expect(Math.max(...inOneMinute)).toBeGreaterThanOrEqual(FOR_PAGES);
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  });
});
