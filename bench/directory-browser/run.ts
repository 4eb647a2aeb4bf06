import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { CASES, findWrongCases } from './cases.ts';
import { type Figures, measureFling, measureKeys, measureLoad, measureVisits } from './measures.ts';
import { type Desk, openDesk } from './open-desk.ts';

const PARTS = ['load', 'slow', 'keys', 'fling', 'visits'] as const;
/** Of the table of searches, how many must find the right customer first. */
const LEAST_RIGHT = 0.98;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '1000,100000' },
    parts: { type: 'string', default: `cases,${PARTS.join()}` },
    rounds: { type: 'string', default: '5' },
    pages: { type: 'string', default: 'product,rival,floor' },
  },
});
const rounds = Number(values.rounds);
const PATHS: Record<string, string> = { product: '/customers', rival: '/rival.html', floor: '/floor.html' };
const pages = values.pages.split(',').map((name) => ({ name, path: PATHS[name] ?? name }));

interface Limit {
  figure: string;
  part: Part;
  unit: string;
  most?: number;
  least?: number;
  /** As well as the median. */
  p95?: number;
}

/** The column “to reach”. */
const LIMITS: readonly Limit[] = [
  { part: 'load', figure: 'first row', unit: 'ms', most: 450 },
  { part: 'load', figure: 'everyone after', unit: 'ms', most: 1_000 },
  { part: 'load', figure: 'blocking time', unit: 'ms', most: 30 },
  { part: 'load', figure: 'longest task', unit: 'ms', most: 60 },
  { part: 'slow', figure: 'first row, slow', unit: 'ms', most: 1_600 },
  { part: 'keys', figure: 'key to right rows', unit: 'ms', most: 25, p95: 40 },
  { part: 'keys', figure: 'sort', unit: 'ms', most: 20 },
  { part: 'fling', figure: 'frames a second', unit: '', least: 59 },
  { part: 'fling', figure: 'blank frames', unit: '%', most: 0 },
  { part: 'fling', figure: 'frames a second, slow', unit: '', least: 45 },
  { part: 'fling', figure: 'blank frames, slow', unit: '%', most: 0 },
  { part: 'visits', figure: 'open a customer', unit: 'ms', most: 30 },
  { part: 'visits', figure: 'back to the list', unit: 'ms', most: 30 },
  { part: 'visits', figure: 'list as it was left', unit: '%', least: 100 },
  { part: 'visits', figure: 'page heap', unit: 'MB', most: 12 },
  { part: 'visits', figure: '20 rounds', unit: 'MB', most: 0.3 },
  // Printed only.
  { part: 'visits', figure: '20 rounds, compiled code', unit: 'MB' },
];
const MOST_TRANSFER_MB = 1.6;
/** A hundred times the customers may show their first row so much later. */
const MOST_GROWTH = 1.15;

function quantile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? NaN;
}

function isOver(value: number, { most = Infinity, least = -Infinity }: { most?: number; least?: number }): boolean {
  return !(value <= most && value >= least);
}

function show(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(Math.abs(value) < 20 ? 1 : 0);
}

const parts = PARTS.filter((part) => values.parts.split(',').includes(part));
const failures: string[] = [];

type Measured = Map<string, Figures>;

async function measure(part: Part, browser: Browser, desk: Desk, path: string): Promise<Figures> {
  switch (part) {
    case 'load':
      return measureLoad(browser, desk, path, false);
    case 'slow':
      return measureLoad(browser, desk, path, true);
    case 'keys':
      return measureKeys(browser, desk, path);
    case 'fling':
      return {
        ...(await measureFling(browser, desk, path, false)),
        ...(await measureFling(browser, desk, path, true)),
      };
    case 'visits':
      return measureVisits(browser, desk, path);
  }
}

/** Page after page in each round, so that all of them meet the same machine. */
async function measureOnAll(part: Part, browser: Browser, desk: Desk): Promise<Measured> {
  const measured: Measured = new Map(pages.map(({ name }) => [name, {}]));
  // These two do the same many times within a round.
  const times = part === 'keys' || part === 'visits' ? 1 : rounds;
  for (let round = 0; round < times; round += 1) {
    for (const { name, path } of pages) {
      const known = measured.get(name) ?? {};
      for (const [figure, more] of Object.entries(await measure(part, browser, desk, path))) {
        known[figure] = [...(known[figure] ?? []), ...more];
      }
    }
  }
  return measured;
}

function judge(count: number, measured: Measured, limit: Limit): void {
  const { figure, unit, most, least, p95 } = limit;
  const all = pages.map(({ name }) => measured.get(name)?.[figure] ?? []);
  const cells = all.map((values) => {
    const tail = p95 === undefined ? '' : ` / ${show(quantile(values, 0.95))}`;
    return show(quantile(values, 0.5)) + tail;
  });
  const own = measured.get('product')?.[figure];
  const isMissed =
    own !== undefined &&
    (isOver(quantile(own, 0.5), limit) || (p95 !== undefined && isOver(quantile(own, 0.95), { most: p95 })));
  const bound = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`;
  const goal = `${bound}${p95 === undefined ? '' : ` / ${p95}`} ${unit}`;
  const words = cells.map((cell) => cell.padStart(14)).join('');
  console.log(`${figure.padEnd(26)}${words}${goal.padStart(14)}${isMissed ? '  MISSED' : ''}`);
  if (isMissed) failures.push(`${figure} at ${count}: ${cells[pages.findIndex(({ name }) => name === 'product')]}`);
}

async function judgeCases(browser: Browser, desk: Desk): Promise<void> {
  const wrong = await findWrongCases(browser, desk);
  const right = 1 - wrong.length / CASES;
  console.log(`\n${CASES} searches of every kind: ${(right * 100).toFixed(1)} % right first`);
  for (const line of wrong) console.log(`  ${line}`);
  if (right < LEAST_RIGHT) failures.push(`${wrong.length} of ${CASES} searches find another first`);
}

const firstRows: number[] = [];
console.log(`Medians of ${rounds}; ${loadavg()[0]?.toFixed(1)} is the load of the machine`);
for (const [at, count] of values.customers.split(',').map(Number).entries()) {
  const desk = await openDesk(count);
  const browser = await chromium.launch(launchOptions());
  try {
    if (at === 0 && values.parts.split(',').includes('cases')) await judgeCases(browser, desk);
    const names = pages.map(({ name }) => name.padStart(14)).join('');
    console.log(`\n${`${count} customers`.padEnd(26)}${names}${'to reach'.padStart(14)}`);
    for (const part of parts) {
      const measured = await measureOnAll(part, browser, desk);
      for (const limit of LIMITS.filter((each) => each.part === part)) judge(count, measured, limit);
      const own = measured.get('product')?.['first row'];
      if (own) firstRows.push(quantile(own, 0.5));
    }
  } finally {
    await browser.close();
    await desk.close();
  }
  const megabytes = desk.transfer / 1e6;
  console.log(`${'list transfer'.padEnd(26)}${megabytes.toFixed(2).padStart(14)} MB, at most ${MOST_TRANSFER_MB}`);
  if (megabytes > MOST_TRANSFER_MB) failures.push(`the list at ${count} is ${megabytes.toFixed(2)} MB`);
}
const [few, many] = firstRows;
if (few !== undefined && many !== undefined) {
  const growth = many / few;
  console.log(`\nfirst row of many against few: ${growth.toFixed(2)}, at most ${MOST_GROWTH}`);
  if (growth > MOST_GROWTH) failures.push(`the first row of many comes ${growth.toFixed(2)} times as late`);
}
if (failures.length > 0) {
  console.log(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
