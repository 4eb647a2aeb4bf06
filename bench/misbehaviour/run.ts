import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chaos } from './chaos.ts';
import { onPostgres, onSqlite } from './database.ts';
import { Desk } from './desk.ts';
import { Fleet, LONGEST_PUT_MS } from './fleet.ts';
import { startUpstream } from './upstream.ts';
import { Witness } from './witness.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    desks: { type: 'string', default: '6' },
    /** More than one: on PostgreSQL instead of a SQLite file. */
    gateways: { type: 'string', default: '1' },
    /** Of the clock of a single gateway. */
    speed: { type: 'string', default: '10' },
  },
});
/** So long everything misbehaves, before it is put in order and looked at. */
const ROUND_MS = 25_000;
const LONGEST_CALM_MS = 60_000;
/** Between two gateways, a save is heard of within milliseconds, or when the database is back. */
const GRACE_MS = 8_000;
const TABS = ['bookings?startDate=2000-01-01', 'notes', 'passes', 'appointments'];

let state = Number(values.seed) * 7_919;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const count = Number(values.gateways);
const upstream = await startUpstream();
const database = count > 1 ? await onPostgres(upstream.env) : await onSqlite(upstream.env, values.speed);
const { records } = database;
const fleet = await Fleet.start(database, count);
const violations: string[] = [];
const witnessFor = (client: number) =>
  new Witness(
    () => fleet.addressFor(client),
    records.cookie,
    () => fleet.mayBeCut(),
  );

/** Personas, whom the demo describes. */
const personas = new Set(['cust_123', 'cust_124', 'cust_125']);
const reader = witnessFor(0);
const listed = (await reader.ask('list', '/api/customers')).json as { data: { id: string; firstname: string }[] };
const people = listed.data.filter(({ id }) => !personas.has(id));
const witnesses = [reader];
const desks = people.slice(0, Number(values.desks)).map(({ id, firstname }, index) => {
  const witness = witnessFor(index);
  witnesses.push(witness);
  return new Desk(id, firstname, witness, () => upstream.putsOf(id), count > 1 ? GRACE_MS : 0);
});
const chaos = new Chaos(upstream.sandbox, random);
const until = Date.now() + Number(values.seconds) * 1_000;
const calms: number[] = [];

while (Date.now() < until) {
  const ends = Math.min(Date.now() + ROUND_MS, until);
  const readers = [0, 1, 2].map(() => browse(ends));
  await Promise.all([
    misbehave(ends),
    fleet.trouble(ends, random),
    ...desks.map((desk) => use(desk, ends)),
    ...readers,
  ]);
  chaos.calm();
  await sleep(LONGEST_PUT_MS);
  for (const desk of desks) desk.settle(await upstream.firstnameOf(desk.id));
  calms.push(await settle());
}
await fleet.stop();
await database.remove();
await upstream.sandbox.close();
report();

async function misbehave(ends: number): Promise<void> {
  while (Date.now() < ends) {
    chaos.step();
    await sleep(200 + random() * 1_500);
  }
}

async function use(desk: Desk, ends: number): Promise<void> {
  while (Date.now() < ends) {
    const { unclear } = desk;
    if (random() < 0.6) await desk.save();
    else await desk.look();
    await sleep(desk.unclear > unclear ? LONGEST_PUT_MS : random() * 500);
  }
}

/** A member of staff who only reads, at other customers too. */
async function browse(ends: number): Promise<void> {
  while (Date.now() < ends) {
    const id = people[Math.floor(random() * people.length)]?.id ?? '';
    await reader.ask('tab', `/api/customers/${id}/${TABS[Math.floor(random() * TABS.length)]}`);
    if (random() < 0.1) await reader.ask('list', '/api/customers');
    await sleep(random() * 300);
  }
}

/** How long it takes until everything answers right and fresh, all can save, and every record has its end and its confirmation. */
async function settle(): Promise<number> {
  const calmAt = Date.now();
  const waiting = new Set(desks);
  let missing = ['not looked'];
  while (Date.now() - calmAt < LONGEST_CALM_MS) {
    const isSound = (await fleet.areReady()) && (await areTabsSound());
    await Promise.all([...waiting].map(async (desk) => (await desk.save()) && waiting.delete(desk)));
    missing = await records.unsettled().catch(() => ['the database is away']);
    if (isSound && waiting.size === 0 && missing.length === 0) return Date.now() - calmAt;
    await sleep(500);
  }
  violations.push(
    `after a minute of calm: ${missing.join(', ') || 'not every answer is right, or not every desk can save'}`,
  );
  return LONGEST_CALM_MS;
}

async function areTabsSound(): Promise<boolean> {
  const paths = desks.flatMap(({ id }) => ['profile', ...TABS].map((tab) => `/api/customers/${id}/${tab}`));
  const answers = await Promise.all(paths.map((path) => reader.ask('after', path)));
  const studio = (await reader.ask('studio', '/api/studio')).json as { reservie?: { state: string } } | undefined;
  const isQuiet = ['ok', 'slow'].includes(studio?.reservie?.state ?? '');
  return isQuiet && answers.every(({ status, isStale }) => status === 200 && !isStale);
}

function total(pick: (desk: Desk) => number): number {
  return desks.reduce((sum, desk) => sum + pick(desk), 0);
}

function table(counts: Iterable<[string, number]>): void {
  const sums = new Map<string, number>();
  for (const [what, many] of counts) sums.set(what, (sums.get(what) ?? 0) + many);
  const lines = Array.from(sums, ([what, many]) => `  ${what.padEnd(32)} ${many}`);
  for (const line of lines.toSorted((a, b) => a.localeCompare(b))) console.log(line);
}

function report(): void {
  const where = count > 1 ? `${count} gateways on PostgreSQL` : 'one gateway on SQLite';
  console.log(`${values.seconds} s, ${calms.length} rounds, ${where}, seed ${values.seed}\n`);
  console.log('what was done to the gateways and their database:');
  table(fleet.troubles);
  console.log('what Reservie did:');
  table(chaos.ordered);
  console.log('what pages got:');
  table(witnesses.flatMap(({ outcomes }) => [...outcomes]));
  console.log(`saves confirmed ${total((desk) => desk.confirmed)}, of unknown fate ${total((desk) => desk.unclear)}`);
  const longest = Math.max(...witnesses.map(({ longestMs }) => longestMs));
  console.log(`longest answer ${(longest / 1_000).toFixed(1)} s`);
  console.log(`all settled within ${calms.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s of calm`);
  const all = [...violations, ...fleet.violations, ...witnesses.flatMap((witness) => witness.violations)];
  for (const violation of new Set(all)) console.log(`VIOLATION ${violation}`);
  if (all.length > 0) process.exitCode = 1;
}
