import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '#kit/random.ts';
import { buildSandbox } from '../../server/sandbox/app.ts';
import { type RunningGateway, startGateway, stopGateway } from '../../server/gateway/testing/gateway-processes.ts';
import { startOwnPostgres } from '../../server/gateway/testing/own-postgres.ts';
import { watchRecords } from '../../server/gateway/testing/watch-records.ts';
import { Chaos } from './chaos.ts';
import { Desk, profileOf } from './desk.ts';
import { Witness } from './witness.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    desks: { type: 'string', default: '6' },
    gateways: { type: 'string', default: '2' },
  },
});
const ROUND_MS = 25_000;
const FREEZE_MS = 7_000;
const LONGEST_CALM_MS = 60_000;
/** A PUT of a gateway that was killed may still be on its way for so long. */
const LONGEST_PUT_MS = 6_000;
/** Between two gateways, a save is heard of within milliseconds, or when the database is back. */
const GRACE_MS = 8_000;

const { next: random } = createRandom(`misbehaviour ${values.seed}`);

const sandbox = await buildSandbox({ file: ':memory:', customers: 50, budgetPerMinute: 0 });
const reservieUrl = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
const puts = new Map<string, number>();
sandbox.app.server.on('request', ({ method, url = '' }, response) => {
  const id = /^\/customer\/([^/]+)\/profile$/.exec(url)?.[1];
  if (method !== 'PUT' || id === undefined) return;
  puts.set(id, (puts.get(id) ?? 0) + 1);
  response.on('finish', () => {
    if (response.statusCode === 401) puts.set(id, (puts.get(id) ?? 0) - 1);
  });
});
const { id: clientId, secret: clientSecret } = sandbox.client;
const postgres = await startOwnPostgres();
const records = await watchRecords(postgres.url);
const folder = mkdtempSync(join(tmpdir(), 'misbehaviour-'));
const env = {
  DATABASE_URL: postgres.url,
  RESERVIE_BASE_URL: reservieUrl,
  RESERVIE_CLIENT_ID: clientId,
  RESERVIE_CLIENT_SECRET: clientSecret,
  DATA_DIR: folder,
};
const gateways = await Promise.all(Array.from({ length: Number(values.gateways) }, () => startGateway(env)));
/** Killed, frozen or starting, by us. */
const down = new Set<number>();
let lastTroubleAt = 0;
const mayBeCut = () => down.size > 0 || Date.now() - lastTroubleAt < FREEZE_MS + LONGEST_PUT_MS;
const violations: string[] = [];
const troubles = new Map<string, number>();

/** As a balancer does: to a gateway that is up, if there is one. */
function addressFor(desk: number): string {
  const order = gateways.map((_, index) => (index + desk) % gateways.length);
  const index = order.find((at) => !down.has(at)) ?? 0;
  return gateways[index]?.url ?? '';
}

/** Personas, whom the demo describes. */
const personas = new Set(['cust_123', 'cust_124', 'cust_125']);
const first = new Witness(() => addressFor(0), records.cookie, mayBeCut);
const listed = (await first.ask('list', '/api/customers')).json as { data: { id: string; firstname: string }[] };
const people = listed.data.filter(({ id }) => !personas.has(id)).slice(0, Number(values.desks));
const witnesses = people.map((_, index) => new Witness(() => addressFor(index), records.cookie, mayBeCut));
const desks = people.map(
  ({ id, firstname }, index) => new Desk(id, firstname, witnesses[index] ?? first, () => puts.get(id) ?? 0, GRACE_MS),
);
const chaos = new Chaos(sandbox, random);
const until = Date.now() + Number(values.seconds) * 1_000;
const calms: number[] = [];

while (Date.now() < until) {
  const roundEnds = Math.min(Date.now() + ROUND_MS, until);
  await Promise.all([misbehave(roundEnds), trouble(roundEnds), ...desks.map((desk) => useDesk(desk, roundEnds))]);
  chaos.calm();
  await sleep(LONGEST_PUT_MS);
  for (const desk of desks) desk.settle(await firstnameInReservie(desk.id));
  calms.push(await settle());
}
for (const gateway of gateways) await stopGateway(gateway);
await records.close();
await postgres.stop();
await sandbox.close();
rmSync(folder, { recursive: true, force: true });
report();

async function misbehave(ends: number): Promise<void> {
  while (Date.now() < ends) {
    chaos.step();
    await sleep(500 + random() * 2_000);
  }
}

/** One after the other: a gateway killed or frozen, the database restarted or frozen. */
async function trouble(ends: number): Promise<void> {
  while (Date.now() < ends - FREEZE_MS) {
    await sleep(1_000 + random() * 3_000);
    const kind = ['kill', 'freeze', 'restart', 'freeze database'][Math.floor(random() * 4)] ?? 'kill';
    troubles.set(kind, (troubles.get(kind) ?? 0) + 1);
    const victim = Math.floor(random() * gateways.length);
    if (kind === 'kill') await kill(victim);
    if (kind === 'freeze') await freeze(victim);
    if (kind === 'restart') await postgres.restart(random() < 0.5 ? 'SIGINT' : 'SIGQUIT', random() * 1_500);
    if (kind === 'freeze database') {
      postgres.freeze();
      await sleep(random() * 3_000);
      postgres.thaw();
    }
    lastTroubleAt = Date.now();
  }
}

async function kill(victim: number): Promise<void> {
  const child = gateways[victim]?.child;
  down.add(victim);
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  } else {
    violations.push(`a gateway ended by itself: ${gateways[victim]?.errors() ?? ''}`);
  }
  gateways[victim] = await startGateway(env);
  down.delete(victim);
}

async function freeze(victim: number): Promise<void> {
  down.add(victim);
  gateways[victim]?.child.kill('SIGSTOP');
  await sleep(FREEZE_MS);
  gateways[victim]?.child.kill('SIGCONT');
  down.delete(victim);
}

async function useDesk(desk: Desk, ends: number): Promise<void> {
  while (Date.now() < ends) {
    const unclear = desk.unclear;
    if (random() < 0.6) await desk.save();
    else await desk.look();
    await sleep(desk.unclear > unclear ? LONGEST_PUT_MS : random() * 500);
  }
}

async function firstnameInReservie(id: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
  const token = await (await fetch(`${reservieUrl}/token`, { method: 'POST', headers, body })).json();
  const authorization = `Bearer ${(token as { access_token: string }).access_token}`;
  return profileOf(await (await fetch(`${reservieUrl}/customer/${id}/profile`, { headers: { authorization } })).json())
    .firstname;
}

/** Until every gateway is ready, every desk can save, and every record has its end and its confirmation. */
async function settle(): Promise<number> {
  const calmAt = Date.now();
  let missing = ['not looked'];
  while (Date.now() - calmAt < LONGEST_CALM_MS) {
    const ready = await Promise.all(gateways.map(isReady));
    const saves = await Promise.all(desks.map((desk) => desk.save()));
    missing = await records.unsettled().catch(() => ['the database is away']);
    if (ready.every(Boolean) && saves.every(Boolean) && missing.length <= desks.length) {
      // The saves of a moment ago are confirmed by their own read-back, or two seconds later.
      await sleep(3_000);
      missing = await records.unsettled();
      if (missing.length === 0) return Date.now() - calmAt;
    }
    await sleep(1_000);
  }
  violations.push(`after a minute of calm: ${missing.join(', ') || 'not every desk can save'}`);
  return LONGEST_CALM_MS;
}

async function isReady({ url }: RunningGateway): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function total(pick: (desk: Desk) => number): number {
  return desks.reduce((sum, desk) => sum + pick(desk), 0);
}

function report(): void {
  const all = [...violations, ...first.violations, ...witnesses.flatMap((witness) => witness.violations)];
  console.log(
    `${values.seconds} s, ${calms.length} rounds, ${gateways.length} gateways on PostgreSQL, seed ${values.seed}`,
  );
  for (const [what, count] of [...troubles, ...chaos.ordered]) console.log(`  ${what.padEnd(32)} ${count}`);
  const outcomes = new Map<string, number>();
  for (const witness of witnesses) {
    for (const [what, count] of witness.outcomes) outcomes.set(what, (outcomes.get(what) ?? 0) + count);
  }
  for (const [what, count] of outcomes) console.log(`  ${what.padEnd(32)} ${count}`);
  console.log(`saves confirmed ${total((desk) => desk.confirmed)}, of unknown fate ${total((desk) => desk.unclear)}`);
  console.log(`all settled within ${calms.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s of calm`);
  for (const violation of new Set(all)) console.log(`VIOLATION ${violation}`);
  if (all.length > 0) process.exitCode = 1;
}
