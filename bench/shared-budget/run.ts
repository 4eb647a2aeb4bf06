import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '#kit/random.ts';
import type { Answered } from './desk-page.ts';
import type { Attacked, Target } from './hostile.ts';
import { openStudio } from './open-studio.ts';
import { reloadAll } from './reload-all.ts';
import { work } from './staff.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '150' },
    staff: { type: 'string' },
    budget: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** Two more members of staff: one asks for customers who do not exist, one for all who do, without a pause. */
    hostile: { type: 'boolean', default: false },
  },
});
/** What one key carries, with room to spare. */
const STAFF = values.hostile ? '5' : '8';
const [seconds, staff, budget, seed] = [values.seconds, values.staff ?? STAFF, values.budget, values.seed].map(
  Number,
) as [number, number, number, number];
const MINUTE = 60_000;
/** Within so many milliseconds all staff have begun; then the hostile one does. */
const ARRIVAL = 15_000;
const AT_THE_DESK = 15;
/** 95th percentiles: of what is kept, at the gateway, where six come at once; and of reads that wait for Reservie. */
const P95_LIMIT_MS = 40;
const WAITED_LIMIT_MS = 2_000;
/** Of every save. */
const SAVE_LIMIT_MS = 4_000;

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN;
}

function p95Of(ms: readonly number[]): number {
  return percentile(
    ms.toSorted((a, b) => a - b),
    0.95,
  );
}

function latencies(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(sorted, part).toFixed(1));
  return `${String(ms.length).padStart(6)}   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms`;
}

function seenBy(answers: readonly Answered[]): string {
  return latencies(answers.map(({ ms }) => ms));
}

const { gateway, url, hire, calls, allCustomers, close } = await openStudio(budget);
/** From the moment the gateway has read a request to the last byte of its answer, for pages answered from the cache. */
const atGateway: number[] = [];
gateway.server.on('request', ({ headers }, response) => {
  const [began, start] = [Date.now(), performance.now()];
  response.once('finish', () => {
    const asOf = response.getHeader('x-as-of');
    const isCached = typeof asOf === 'string' && Date.parse(asOf) < began;
    if (isCached && headers['x-lane'] === undefined) atGateway.push(performance.now() - start);
  });
});

const { next: random } = createRandom(`budget ${seed}`);
const cookies = await hire(staff, 'desk');
const began = performance.now();
/** A third of the people at the desk are others after a minute. */
const atTheDesk = () => {
  const first = Math.floor((performance.now() - began) / MINUTE) * (AT_THE_DESK / 3);
  return allCustomers.slice(first, first + AT_THE_DESK);
};
const answers: Answered[] = [];
const cpuBefore = process.cpuUsage();
const until = Date.now() + seconds * 1000;
const note = (answered: Answered) => void answers.push(answered);
const walks: Target['walk'][] = values.hostile ? ['strangers', 'customers'] : [];
const [attacks] = await Promise.all([
  Promise.all(walks.map(attack)),
  ...cookies.map(async (cookie, number) => {
    await sleep(random() * ARRIVAL);
    await work({ url, cookie, number, atTheDesk, allCustomers, until, random, note });
  }),
]);
await close();
const reloaded = values.hostile ? await reloadAll(budget) : [];

const arrivals = calls.map(({ at }) => at);
const refusedUpstream = calls.filter(({ status }) => status === 429).length;
const most = Math.max(
  ...arrivals.map((at, index) => arrivals.filter((other, i) => i >= index && other < at + MINUTE).length),
);
const pages = answers.filter(({ what }) => what === 'page');
const cached = pages.filter(({ isCached }) => isCached);
const waited = pages.filter(({ isCached, status }) => !isCached && status === 200);
const saves = answers.filter(({ what }) => what === 'save');
const limited = answers.filter(({ status, what }) => status === 429 && what !== 'prefetch');
const prefetchLimited = answers.filter(({ status, what }) => status === 429 && what === 'prefetch');
const other = answers.filter(({ status }) => ![200, 304, 429].includes(status));
const { user, system } = process.cpuUsage(cpuBefore);

console.log(`${staff} staff for ${seconds} s, ${budget} calls a minute allowed, seed ${seed}\n`);
console.log(`calls at the sandbox            ${arrivals.length}, of which refused with 429: ${refusedUpstream}`);
const first = Math.min(...arrivals);
for (let minute = 0; first + minute * MINUTE <= Math.max(...arrivals); minute += 1) {
  const from = first + minute * MINUTE;
  const count = arrivals.filter((at) => at >= from && at < from + MINUTE).length;
  console.log(`  in minute ${minute + 1}                   ${count}`);
}
console.log(`most in any 60 s                ${most} of ${budget}`);
console.log(`429 that reached a page         ${limited.length}`);
console.log(`429 to a prefetch (unseen)      ${prefetchLimited.length}`);
console.log(`other errors                    ${other.length}`);
console.log(`served stale after a failure    ${answers.filter(({ isStale }) => isStale).length}`);
console.log(`saves                           ${seenBy(saves)}`);
for (const [at, { asked, answered }] of attacks.entries()) {
  console.log(`a walk through ${walks[at]?.padEnd(16)} ${asked} requests, answered ${answered}`);
}
console.log('\ncached reads');
console.log(`  at the gateway   ${latencies(atGateway)}`);
console.log(`  at the page      ${seenBy(cached)}`);
console.log(`reads that waited  ${seenBy(waited)}`);
console.log(`customer list      ${seenBy(answers.filter(({ what }) => what === 'list'))}`);
const perAnswer = (user + system) / 1000 / answers.length;
console.log(`processor time     ${perAnswer.toFixed(1)} ms for each answer, gateway and pages together`);
console.log(
  `load of the machine ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')} on ${cpus().length} processors`,
);
const failures = {
  'more calls than allowed arrived': most > budget || refusedUpstream > 0,
  'a page or a save was refused': limited.length > 0,
  'another error': other.length > 0,
  'cached reads are too slow': p95Of(atGateway) >= P95_LIMIT_MS,
  'reads wait too long': p95Of(waited.map(({ ms }) => ms)) >= WAITED_LIMIT_MS,
  'a save takes too long': saves.some(({ ms }) => ms >= SAVE_LIMIT_MS),
  'nothing was saved': saves.length === 0,
  ...reloadFailures(),
};
for (const [what, isSo] of Object.entries(failures)) {
  if (!isSo) continue;
  console.log(`FAILED: ${what}`);
  process.exitCode = 1;
}

/** Begins when all staff have. */
async function attack(walk: Target['walk']): Promise<Attacked> {
  const [cookie = ''] = await hire(1, 'viewer', walk);
  const child = fork(join(import.meta.dirname, 'hostile.ts'), { execArgv: ['--import', import.meta.resolve('tsx')] });
  await sleep(ARRIVAL);
  child.send({ url, cookie, walk, customers: allCustomers, seconds: (until - Date.now()) / 1000 } satisfies Target);
  const [attacked] = (await once(child, 'message')) as [Attacked];
  return attacked;
}

function reloadFailures(): Record<string, boolean> {
  if (!values.hostile) return {};
  const savesThen = reloaded.filter(({ what }) => what === 'save');
  const refused = reloaded.filter(({ status }) => status !== 200);
  console.log('\nall pages read everything anew at once, and four members of staff save');
  console.log(`  served stale       ${reloaded.filter(({ isStale }) => isStale).length} of ${reloaded.length}`);
  console.log(
    `  refused            ${refused.length}, of which saves: ${refused.filter(({ what }) => what === 'save').length}`,
  );
  console.log(`  saves            ${seenBy(savesThen)}`);
  return {
    'an answer was refused while all pages read anew': refused.length > 0,
    'the budget was not used up when all pages read anew': !reloaded.some(({ isStale }) => isStale),
    'a save took too long while all pages read anew': savesThen.some(({ ms }) => ms >= SAVE_LIMIT_MS),
  };
}
