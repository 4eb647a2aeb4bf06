import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '#kit/random.ts';
import { buildSandbox } from '../../server/sandbox/app.ts';
import { openGateway } from '../open-gateway.ts';
import { Chaos } from './chaos.ts';
import { Desk, profileOf } from './desk.ts';
import { Witness } from './witness.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    desks: { type: 'string', default: '8' },
    speed: { type: 'string', default: '10' },
  },
});
const seconds = Number(values.seconds);
/** So long Reservie misbehaves, before everything is put in order and looked at. */
const ROUND_MS = 25_000;
/** A broken circuit rests a minute at most. */
const LONGEST_RECOVERY_MS = 65_000;
const TABS = ['bookings?startDate=2000-01-01', 'notes', 'passes', 'appointments'];

const { next: random } = createRandom(`misbehaviour ${values.seed}`);
const address = { host: '127.0.0.1', port: 0 };

const sandbox = await buildSandbox({ file: ':memory:', customers: 200, budgetPerMinute: 0 });
const puts = new Map<string, number>();
sandbox.app.server.on('request', ({ method, url = '' }, response) => {
  const id = /^\/customer\/([^/]+)\/profile$/.exec(url)?.[1];
  if (method !== 'PUT' || id === undefined) return;
  puts.set(id, (puts.get(id) ?? 0) + 1);
  // A 401 says that nothing was done: the only write that may be repeated.
  response.on('finish', () => {
    if (response.statusCode === 401) puts.set(id, (puts.get(id) ?? 0) - 1);
  });
});
const reservieUrl = await sandbox.app.listen(address);
const { id: clientId, secret: clientSecret } = sandbox.client;
/** The gateway's clock runs fast, so that answers grow old within a round. */
const began = Date.now();
const clock = () => began + (Date.now() - began) * Number(values.speed);
const { url, cookie, close } = await openGateway({
  clock,
  reservie: { baseUrl: reservieUrl, clientId, clientSecret },
  requestsPerMinute: 0,
  timeoutMs: 2_000,
});
const witness = new Witness(url, cookie);

/** Reads the truth from Reservie itself; only while it is in order. */
async function firstnameInReservie(id: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
  const token = await (await fetch(`${reservieUrl}/token`, { method: 'POST', headers, body })).json();
  const authorization = `Bearer ${(token as { access_token: string }).access_token}`;
  const answer = await fetch(`${reservieUrl}/customer/${id}/profile`, { headers: { authorization } });
  return profileOf(await answer.json()).firstname;
}

const list = (await (
  await witness.ask('list', '/api/customers')
).json) as { data: { id: string; firstname: string }[] };
const desks = list.data
  .slice(0, Number(values.desks))
  .map(({ id, firstname }) => new Desk(id, firstname, witness, () => puts.get(id) ?? 0));
const chaos = new Chaos(sandbox, random);
const until = Date.now() + seconds * 1000;
const recoveries: number[] = [];

while (Date.now() < until) {
  const roundEnds = Math.min(Date.now() + ROUND_MS, until);
  await Promise.all([
    misbehave(roundEnds),
    ...desks.map((desk) => useDesk(desk, roundEnds)),
    ...desks.slice(0, 3).map(() => browse(roundEnds)),
  ]);
  chaos.calm();
  for (const desk of desks) desk.settle(await firstnameInReservie(desk.id));
  recoveries.push(await recover());
}
await close();
await sandbox.close();

async function misbehave(ends: number): Promise<void> {
  while (Date.now() < ends) {
    chaos.step();
    await sleep(200 + random() * 1_500);
  }
}

async function useDesk(desk: Desk, ends: number): Promise<void> {
  while (Date.now() < ends) {
    if (random() < 0.5) await desk.save();
    else await desk.look();
    await sleep(random() * 400);
  }
}

/** Somebody who only reads, at other customers too. */
async function browse(ends: number): Promise<void> {
  while (Date.now() < ends) {
    const id = list.data[Math.floor(random() * list.data.length)]?.id ?? '';
    await witness.ask('tab', `/api/customers/${id}/${TABS[Math.floor(random() * TABS.length)]}`);
    if (random() < 0.1) await witness.ask('list', '/api/customers');
    await sleep(random() * 300);
  }
}

/** How long it takes, in milliseconds, until every kind of answer is right and fresh, and everybody can save. */
async function recover(): Promise<number> {
  const calmAt = Date.now();
  while (Date.now() - calmAt < LONGEST_RECOVERY_MS) {
    const paths = desks.flatMap(({ id }) => ['profile', ...TABS].map((tab) => `/api/customers/${id}/${tab}`));
    const answers = await Promise.all(paths.map((path) => witness.ask('after', path)));
    const studio = (await witness.ask('studio', '/api/studio')).json as { reservie: { state: string } };
    const isSound = answers.every(({ status, isStale }) => status === 200 && !isStale);
    const saves = await Promise.all(desks.map((desk) => desk.save()));
    const isQuiet = ['ok', 'slow'].includes(studio.reservie.state);
    if (isSound && isQuiet && saves.every(Boolean)) return Date.now() - calmAt;
    await sleep(500);
  }
  witness.violations.push('Reservie was in order again, and the gateway did not notice within a minute');
  return LONGEST_RECOVERY_MS;
}

function table(counts: ReadonlyMap<string, number>): string[] {
  const lines = Array.from(counts, ([what, count]) => `  ${what.padEnd(32)} ${count}`);
  return lines.toSorted((a, b) => a.localeCompare(b));
}

const total = (pick: (desk: Desk) => number) => desks.reduce((sum, desk) => sum + pick(desk), 0);
console.log(`${seconds} s of misbehaviour and recovery in ${recoveries.length} rounds, seed ${values.seed}\n`);
console.log('ordered misbehaviour:');
for (const line of table(chaos.ordered)) console.log(line);
console.log('what pages got:');
for (const line of table(witness.outcomes)) console.log(line);
console.log(`saves confirmed ${total((desk) => desk.confirmed)}, of unknown fate ${total((desk) => desk.unclear)}`);
console.log(
  `longest answer ${(witness.longestMs / 1000).toFixed(1)} s; recovered within ${recoveries.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
);
for (const violation of new Set(witness.violations)) console.log(`VIOLATION ${violation}`);
if (witness.violations.length > 0) process.exitCode = 1;
