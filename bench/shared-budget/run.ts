import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '#kit/random.ts';
import { openGateway } from '../open-gateway.ts';
import { attack } from './hostile.ts';
import { type Answered, work } from './staff.ts';
import type { Told } from './upstream.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '180' },
    staff: { type: 'string', default: '50' },
    budget: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** One more member of staff asks for customers who do not exist, all the time; the others save, too. */
    hostile: { type: 'boolean', default: false },
  },
});
const [seconds, staff, budget, seed] = [values.seconds, values.staff, values.budget, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
const MINUTE = 60_000;
const P95_LIMIT_MS = 20;
const AT_THE_DESK = 15;
/** How often a member of staff saves what they have just opened, while another is hostile. */
const SAVES = 0.03;
/** Of reads that waited, while another is hostile. */
const WAITED_LIMIT_MS = 2_000;

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN;
}

function latencies(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(sorted, part).toFixed(1));
  return `${String(ms.length).padStart(6)}   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms`;
}

function seenBy(answers: readonly Answered[]): string {
  return latencies(answers.map(({ ms }) => ms));
}

/** The sandbox has a process of its own: its work must not count as the gateway's. */
const child = fork(join(import.meta.dirname, 'upstream.ts'), [String(budget)], {
  execArgv: ['--import', import.meta.resolve('tsx')],
});
const calls: { at: number; status: number }[] = [];
const account = await new Promise<Extract<Told, { kind: 'ready' }>>((resolve, reject) => {
  child.on('message', (told: Told) => {
    if (told.kind === 'ready') resolve(told);
    else calls.push(told);
  });
  child.once('exit', () => reject(new Error('The sandbox ended.')));
});
const { gateway, url, cookie, hire, signIn, close } = await openGateway({
  reservie: account,
  requestsPerMinute: budget,
});
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
const list = (await (await fetch(`${url}/api/customers`, { headers: { cookie } })).json()) as {
  data: { id: string }[];
};
const allCustomers = list.data.map(({ id }) => id);
const began = performance.now();
/** A third of the people at the desk are others after a minute. */
const atTheDesk = () => {
  const first = Math.floor((performance.now() - began) / MINUTE) * (AT_THE_DESK / 3);
  return allCustomers.slice(first, first + AT_THE_DESK);
};
const answers: Answered[] = [];
const cpuBefore = process.cpuUsage();
const cookies = await hire(staff, 'desk');
const until = Date.now() + seconds * 1000;
const note = (answered: Answered) => void answers.push(answered);
const studio = { url, atTheDesk, allCustomers, until, random, note, saves: values.hostile ? SAVES : 0 };
const attacking = values.hostile ? attack(url, await signIn('viewer'), until) : Promise.resolve(0);
await Promise.all(
  cookies.map(async (own) => {
    await sleep(random() * 15_000);
    await work({ ...studio, cookie: own });
  }),
);
const attacks = await attacking;
await close();
child.disconnect();
await once(child, 'exit');

const arrivals = calls.map(({ at }) => at);
const refusedUpstream = calls.filter(({ status }) => status === 429).length;
const most = Math.max(
  ...arrivals.map((at, index) => arrivals.filter((other, i) => i >= index && other < at + MINUTE).length),
);
const pages = answers.filter(({ what }) => what === 'page');
const cached = pages.filter(({ isCached }) => isCached);
const limited = answers.filter(({ status, what }) => status === 429 && what !== 'prefetch');
const prefetchLimited = answers.filter(({ status, what }) => status === 429 && what === 'prefetch');
const other = answers.filter(({ status }) => ![200, 304, 429].includes(status));
const p95 = percentile(
  atGateway.toSorted((a, b) => a - b),
  0.95,
);
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
const saves = answers.filter(({ what }) => what === 'save');
const waited = pages.filter(({ isCached, status }) => !isCached && status === 200);
const waitedP95 = percentile(
  waited.map(({ ms }) => ms).toSorted((a, b) => a - b),
  0.95,
);
if (values.hostile) {
  console.log(`requests of the hostile one     ${attacks}`);
  console.log(
    `saves of the others             ${saves.length}, of which refused or failed: ${saves.filter(({ status }) => status !== 200).length}`,
  );
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
if (
  most > budget ||
  limited.length > 0 ||
  other.length > 0 ||
  refusedUpstream > 0 ||
  p95 >= P95_LIMIT_MS ||
  (values.hostile && waitedP95 >= WAITED_LIMIT_MS)
) {
  console.log('\nFAILED');
  process.exitCode = 1;
}
