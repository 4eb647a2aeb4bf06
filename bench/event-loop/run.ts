import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { GatewayDeps } from '../../server/gateway/app.ts';
import { holdFile } from '../../server/gateway/testing/watch-records.ts';
import type { Asked, Blocks, Opened } from './gateway.ts';

/** On a quiet machine. */
const LONGEST_BLOCK_MS = 50;
/** What needs nothing but a read of the database, while another program writes to it. */
const LONGEST_ANSWER_MS = 250;

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '100000' }, hold: { type: 'string', default: '7' } },
});
const HOLD_MS = Number(values.hold) * 1_000;

const reservie = start('reservie.ts');
const [account] = (await once(reservie, 'message')) as [GatewayDeps['reservie']];
const gateway = start('gateway.ts');
const { url, file, desk, viewer } = await ask<Opened>({ account });
const problems: string[] = [];

console.log(`${values.customers} customers; longest block of the gateway's event loop in`);
await measure('an idle second', () => delay(1_000));
const etag = await measure('the first customer list', () => read('/api/customers/columns', desk));
await measure('the versions of all of them', () => delay(3_000));
await measure('its first screen', () => read('/api/customers/first', desk));
await measure('the list once more', () => read('/api/customers/columns', desk));
await measure('a list that is as before (304)', () => read('/api/customers/columns', desk, { 'if-none-match': etag }));
await measure('the list in rows', () => read('/api/customers', desk));
await measure('the list for viewers', () => read('/api/customers/columns', viewer));
await measure('the list for gzip', () => read('/api/customers/columns', desk, { 'accept-encoding': 'gzip' }));
await ask({ passMs: 10 * 60_000 });
await measure('the list fetched again', () => read('/api/customers/columns', desk));
await measure('60 sign-ins at once', async () => {
  const statuses = await Promise.all(Array.from({ length: 60 }, (_, index) => signIn(index % 6)));
  return `${statuses.filter((status) => status === 200).length} signed in`;
});
await measure('20 saves at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => save(`cust_${index}`, 'Anne')));
});
await measure('5 saves, and the list after each', async () => {
  for (let index = 0; index < 5; index += 1) {
    await save(`cust_${index}`, `Beth${index}`);
    await read('/api/customers/columns', desk);
  }
});
await measure(`a database held for ${values.hold} s`, async () => {
  const release = holdFile(file);
  const saving = save('cust_30', 'Beth');
  let longest = 0;
  const until = Date.now() + HOLD_MS;
  while (Date.now() < until) {
    for (const path of ['/healthz', '/', '/api/customers/first', '/api/customers/cust_40/profile']) {
      const start = performance.now();
      await read(path, desk, { 'accept-encoding': 'identity' });
      const ms = performance.now() - start;
      longest = Math.max(longest, ms);
      if (ms > LONGEST_ANSWER_MS) problems.push(`${path} took ${ms.toFixed(0)} ms while the database was held`);
    }
  }
  release();
  return `the save was answered ${await saving}, one after it ${await save('cust_30', 'Cleo')}; longest read ${longest.toFixed(0)} ms`;
});
gateway.kill();
reservie.kill();
for (const problem of new Set(problems)) console.log(`PROBLEM ${problem}`);
if (problems.length > 0) process.exitCode = 1;

function start(program: string) {
  const execArgv = ['--import', import.meta.resolve('tsx')];
  return fork(join(import.meta.dirname, program), [values.customers], { execArgv });
}

async function ask<Told>(asked: Asked): Promise<Told> {
  gateway.send(asked);
  const [told] = (await once(gateway, 'message')) as [Told];
  return told;
}

/** @returns what `work` says. */
async function measure<Said>(what: string, work: () => Promise<Said>): Promise<Said> {
  await ask('watch');
  const start = performance.now();
  const said = await work();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  await delay(20);
  const { longest: block, gc } = await ask<Blocks>('tell');
  const more = typeof said === 'string' && !said.startsWith('W/') ? `; ${said}` : '';
  console.log(
    `  ${what.padEnd(32)} ${block.toFixed(0).padStart(4)} ms   (took ${seconds} s, longest collection ${gc.toFixed(0)} ms${more})`,
  );
  if (block > LONGEST_BLOCK_MS) problems.push(`${what}: ${block.toFixed(0)} ms`);
  return said;
}

/** Takes the bytes and does nothing with them. @returns the ETag. */
async function read(path: string, as: string, headers: Record<string, string> = {}): Promise<string> {
  const request = get(url + path, { headers: { cookie: as, accept: '*/*', 'accept-encoding': 'br', ...headers } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const wanted = headers['if-none-match'] === undefined ? 200 : 304;
  if (response.statusCode !== wanted) throw new Error(`${path} was answered ${response.statusCode}.`);
  response.resume();
  await once(response, 'end');
  return response.headers.etag ?? '';
}

async function signIn(index: number): Promise<number> {
  const body = JSON.stringify({ email: `staff-${index}@bench.example`, password: 'seven green bicycles' });
  const headers = { 'content-type': 'application/json', origin: url };
  return (await fetch(`${url}/api/session`, { method: 'POST', headers, body })).status;
}

async function save(id: string, to: string): Promise<number> {
  const profile = `${url}/api/customers/${id}/profile`;
  const { data } = (await (await fetch(profile, { headers: { cookie: desk } })).json()) as {
    data: { firstname: string };
  };
  const body = JSON.stringify({ firstname: { from: data.firstname, to } });
  const headers = { 'content-type': 'application/json', origin: url, cookie: desk };
  return (await fetch(profile, { method: 'PATCH', headers, body })).status;
}
