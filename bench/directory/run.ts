import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSandbox } from '../../server/sandbox/app.ts';
import type { Asked, Told } from './gateway-process.ts';

const EVERYONE = Number(process.argv[2] ?? 100_000);
const TIMES = 200;
const CACHED_LIMIT_MS = 100;
const NOT_MODIFIED_LIMIT_MS = 10;

type Usage = Extract<Told, { kind: 'usage' }>;

interface Answer {
  status: number;
  etag: string | undefined;
  bytes: number;
  /** From sending the request to the last byte, which is not decompressed. */
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(url: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const method = body === undefined ? 'GET' : 'PATCH';
    const asked = request(url, { method, agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => (bytes += piece.length));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, etag: headers.etag, bytes, ms: performance.now() - began });
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function tell(child: ChildProcess, asked: Asked): Promise<Told> {
  const told = new Promise<Told>((resolve) => void child.once('message', resolve));
  child.send(asked);
  return told;
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const told = await tell(child, { kind: 'usage' });
  if (told.kind !== 'usage') throw new Error('The gateway’s process said something else.');
  return told;
}

function percentile(answers: readonly Answer[], part: number): number {
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function print(label: string, ...figures: string[]): void {
  console.log(`${label.padEnd(44)}${figures.map((figure) => figure.padStart(14)).join('')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'studio-desk-bench-'));
const sandbox = await buildSandbox({
  file: join(folder, 'sandbox.db'),
  customers: EVERYONE,
  bookings: EVERYONE,
  budgetPerMinute: 0,
});
const baseUrl = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
const child = fork(join(import.meta.dirname, 'gateway-process.ts'), {
  execArgv: ['--expose-gc', '--import', import.meta.resolve('tsx')],
});
const { id: clientId, secret: clientSecret } = sandbox.client;
const opened = await tell(child, { kind: 'open', account: { baseUrl, clientId, clientSecret } });
if (opened.kind !== 'open') throw new Error('The gateway did not start.');
const { url, cookie, viewerCookie } = opened;
const list = `${url}/api/customers`;
const failures: string[] = [];

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) failures.push(`answered ${answer.status}, not ${status}`);
  return answer;
}

console.log(`${EVERYONE.toLocaleString('en')} customers, Node ${process.version}, ${cpus().length} processors\n`);
const empty = await usageOf(child);
print('', 'time', 'size');

async function once200(label: string, headers: Record<string, string>): Promise<Answer> {
  const answer = expectStatus(await ask(list, headers), 200);
  print(label, `${answer.ms.toFixed(0)} ms`, megabytes(answer.bytes));
  return answer;
}

const brotli = { cookie, 'accept-encoding': 'br' };
await once200('the very first: fetched, read, compressed', brotli);
await once200('the first with gzip', { cookie, 'accept-encoding': 'gzip' });
await once200('the first of a viewer: masked, compressed', { cookie: viewerCookie, 'accept-encoding': 'br' });
const loaded = await usageOf(child);

async function many(label: string, headers: Record<string, string>, status: number): Promise<number> {
  const answers: Answer[] = [];
  for (let time = 0; time < TIMES; time += 1) answers.push(expectStatus(await ask(list, headers), status));
  const p95 = percentile(answers, 0.95);
  print(label, `p50 ${percentile(answers, 0.5).toFixed(1)} ms`, `p95 ${p95.toFixed(1)} ms`);
  return p95;
}

// A fresh copy, so that the minute does not end while it is measured.
const { etag = '' } = expectStatus(await ask(list, brotli), 200);
const cached = await many(`${TIMES} × from the cache, brotli`, brotli, 200);
await many(`${TIMES} × from the cache, gzip`, { cookie, 'accept-encoding': 'gzip' }, 200);
await many(`${TIMES} × from the cache, masked`, { cookie: viewerCookie, 'accept-encoding': 'br' }, 200);
const notModified = await many(`${TIMES} × not modified (304)`, { ...brotli, 'if-none-match': etag }, 304);

const serving = await usageOf(child);
const saved = await ask(
  `${list}/cust_123/profile`,
  { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  JSON.stringify({ firstname: { from: 'Jane', to: 'Janet' } }),
);
print('a save', `${expectStatus(saved, 200).ms.toFixed(0)} ms`);
await once200('the first after it: compressed anew', brotli);
const after = await usageOf(child);

console.log('\nmemory of the gateway (after a collection)');
print('', 'resident', 'heap', 'outside heap');
for (const [label, usage] of [
  ['before the first request', empty],
  ['with the list, three ways', loaded],
  ['after all of this', after],
] as const) {
  print(`  ${label}`, megabytes(usage.resident), megabytes(usage.heap), megabytes(usage.outside));
}
print('  at its peak', megabytes(after.peak));
console.log('\nlongest time in which the event loop was blocked');
print('  fetching and compressing', `${loaded.longestStall.toFixed(0)} ms`);
print('  answering from the cache', `${serving.longestStall.toFixed(0)} ms`);
print('  a save, and the list after it', `${after.longestStall.toFixed(0)} ms`);
const load = loadavg().map((part) => part.toFixed(1));
console.log(`\nload of the machine ${load.join(', ')}`);

agent.destroy();
child.disconnect();
await once(child, 'exit');
await sandbox.close();
rmSync(folder, { recursive: true, force: true });
if (cached >= CACHED_LIMIT_MS) failures.push(`the cached list took ${cached.toFixed(0)} ms`);
if (notModified >= NOT_MODIFIED_LIMIT_MS) failures.push(`not modified took ${notModified.toFixed(0)} ms`);
if (failures.length > 0) {
  console.log(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
