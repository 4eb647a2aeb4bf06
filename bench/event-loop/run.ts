import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { GatewayDeps } from '../../server/gateway/app.ts';
import { holdFile } from '../../server/gateway/testing/hold-file.ts';
import { openGateway } from '../open-gateway.ts';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '100000' }, hold: { type: 'string', default: '7' } },
});
const HOLD_MS = Number(values.hold) * 1_000;
/** The monitor's own resolution is part of what it measures. */
const RESOLUTION_MS = 2;

const reservie = fork(join(import.meta.dirname, 'reservie.ts'), [values.customers], {
  execArgv: ['--import', import.meta.resolve('tsx')],
});
const [account] = (await once(reservie, 'message')) as [GatewayDeps['reservie']];
let now = Date.now();
const { url, file, cookie, signIn, close } = await openGateway({
  reservie: account,
  requestsPerMinute: 0,
  clock: () => now,
});
const viewer = await signIn('viewer');

console.log(`${values.customers} customers; longest block of the gateway's event loop in`);
await measure('an idle second', () => delay(1_000));
await measure('the first customer list', () => read('/api/customers', cookie, 'br'));
await measure('the versions of all of them', () => delay(3_000));
await measure('the list for viewers', () => read('/api/customers', viewer, 'br'));
await measure('the list for gzip', () => read('/api/customers', cookie, 'gzip'));
now += 10 * 60_000;
await measure('the list read again', () => read('/api/customers', cookie, 'br'));
await measure('60 wrong passwords at once', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, index) => signInWrongly(`staff-${index}@bench.example`)));
});
await measure('20 saves at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => save(`cust_${index}`, 'Anne')));
});
const statuses: number[] = [];
await measure(`a database held for ${values.hold} s`, async () => {
  const release = holdFile(file);
  const saving = save('cust_30', 'Beth').then((status) => statuses.push(status));
  const until = Date.now() + HOLD_MS;
  while (Date.now() < until) await read('/healthz', '', 'identity');
  release();
  await saving;
});
console.log(`  (the save that met it was answered ${statuses.join()}; one after it ${await save('cust_30', 'Cleo')})`);
await close();
reservie.kill();

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  const start = performance.now();
  await work();
  await delay(20);
  monitor.disable();
  const block = Math.max(monitor.max / 1e6 - RESOLUTION_MS, 0);
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`  ${what.padEnd(30)} ${block.toFixed(0).padStart(5)} ms   (took ${seconds} s)`);
}

/** Takes the bytes and does nothing with them. */
async function read(path: string, as: string, encoding: string): Promise<void> {
  const request = get(url + path, { headers: { cookie: as, 'accept-encoding': encoding } });
  const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  if (response.statusCode !== 200) throw new Error(`${path} was answered ${response.statusCode}.`);
  response.resume();
  await once(response, 'end');
}

async function signInWrongly(email: string): Promise<void> {
  const body = JSON.stringify({ email, password: 'three wrong bicycles' });
  await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body,
  });
}

async function save(id: string, to: string): Promise<number> {
  const profile = `${url}/api/customers/${id}/profile`;
  const { data } = (await (await fetch(profile, { headers: { cookie } })).json()) as { data: { firstname: string } };
  const body = JSON.stringify({ firstname: { from: data.firstname, to } });
  const headers = { 'content-type': 'application/json', origin: url, cookie };
  return (await fetch(profile, { method: 'PATCH', headers, body })).status;
}
