import { loadavg } from 'node:os';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { type Desk, buildBefore, startDesk } from './start-desk.ts';

const ROUNDS = Number(process.argv[2] ?? 5);

/** Fast 4G, as Chromium’s developer tools have it. */
const FAST_4G = { offline: false, latency: 60, downloadThroughput: 1_125_000, uploadThroughput: 187_500 };
/** `row`: whichever comes first, the outline’s or the page’s; `own`: what the page has drawn itself. */
const SCREENS = [
  { path: '/customers', row: 'table tbody a', own: 'table:not(.outline-table) tbody a' },
  {
    path: '/customers/cust_123/bookings',
    row: 'main table tbody td',
    own: 'main table:not(.outline-bookings) tbody td',
  },
];
const CONDITIONS = [
  { name: 'as it is', isSlow: false, paint: 250, row: 450, task: 60 },
  { name: 'CPU 4× slower, fast 4G', isSlow: true, paint: 900, row: 1_600, task: 240 },
];
/** A page that has drawn no row by then shows something else: that is told instead of waited for. */
const DRAWN_WITHIN_MS = 30_000;
const COLUMNS = ['first paint', 'first row', 'drawn', 'shift', 'longest task'];

interface Visit {
  paint: number;
  row: number;
  /** When the page had drawn its first row itself: until then shifts and tasks are counted. */
  own: number;
  shift: number;
  task: number;
}

/**
 * Runs in the page before anything of it. Read by the browser’s own protocol: what Playwright puts into a page to look for
 * elements is a task of 30 to 60 ms in the middle of its start.
 */
const WATCH = `window.seen = { row: 0, own: 0, shift: 0, task: 0 };
const frame = () => new Promise((done) => requestAnimationFrame(done));
new PerformanceObserver((list) => list.getEntries().forEach((each) => (seen.shift += each.value))).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((each) => (seen.task = Math.max(seen.task, each.duration)))).observe({ type: 'longtask', buffered: true });
window.drawn = (async () => {
  while (!seen.own) {
    await frame();
    if (!seen.row && document.querySelector(ROW)) seen.row = performance.now();
    if (document.querySelector(OWN)) seen.own = performance.now();
  }
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
  do await frame();
  while (!painted());
  return { ...seen, paint: painted().startTime };
})();`;

type Screen = (typeof SCREENS)[number];

async function visit(
  browser: Browser,
  { url }: Desk,
  screen: Screen,
  isSlow: boolean,
): Promise<Visit & { twice: string[] }> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session/demo', { headers: { origin: url }, data: { role: 'desk' } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(url, '')));
  const session = await context.newCDPSession(page);
  if (isSlow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', FAST_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.addInitScript(WATCH.replace('ROW', JSON.stringify(screen.row)).replace('OWN', JSON.stringify(screen.own)));
  await page.goto(screen.path, { waitUntil: 'commit' });
  const late = `new Promise((resolve) => setTimeout(() => resolve(document.body.innerText), ${DRAWN_WITHIN_MS}))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression: `Promise.race([drawn, ${late}])`,
    awaitPromise: true,
    returnByValue: true,
  });
  await context.close();
  if (typeof result.value === 'string') throw new Error(`${screen.path} has no row, but:\n${result.value}`);
  // What `WATCH` returns.
  const seen = result.value as Visit;
  const twice = asked.filter((address, at) => address.startsWith('/api/') && asked.indexOf(address) !== at);
  // A row is seen with the first paint, not before.
  return { ...seen, row: Math.max(seen.row, seen.paint), twice };
}

function medianOf(visits: readonly Visit[]): Visit {
  const median = (key: keyof Visit) =>
    visits.map((each) => each[key]).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)] ?? NaN;
  return {
    paint: median('paint'),
    row: median('row'),
    own: median('own'),
    shift: median('shift'),
    task: median('task'),
  };
}

function print(name: string, { paint, row, own, shift, task }: Visit): void {
  const figures = [paint.toFixed(0), row.toFixed(0), own.toFixed(0), shift.toFixed(3), task.toFixed(0)];
  console.log(`${name.padEnd(56)}${figures.map((figure) => figure.padStart(14)).join('')}`);
}

const folder = buildBefore();
if (folder === undefined)
  console.log('This clone has no history to build the page before from (git fetch --unshallow).\n');
const desk = await startDesk('.');
const before = folder === undefined ? undefined : await startDesk(folder);
const browser = await chromium.launch(launchOptions());
const failures: string[] = [];
try {
  console.log(`Medians of ${ROUNDS}, in ms; ${loadavg()[0]?.toFixed(1)} is the load of the machine\n`);
  console.log(`${''.padEnd(56)}${COLUMNS.map((title) => title.padStart(14)).join('')}`);
  for (const screen of SCREENS) {
    const { path } = screen;
    // The gateways are warm.
    for (const each of [desk, before]) if (each) await visit(browser, each, screen, false);
    for (const { name, isSlow, ...limits } of CONDITIONS) {
      const now: Awaited<ReturnType<typeof visit>>[] = [];
      const then: Visit[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        now.push(await visit(browser, desk, screen, isSlow));
        if (before) then.push(await visit(browser, before, screen, isSlow));
      }
      const { paint, row, own, shift, task } = medianOf(now);
      print(`${path}, ${name}`, { paint, row, own, shift, task });
      if (before) print('    before', medianOf(then));
      const twice = [...new Set(now.flatMap((each) => each.twice))];
      if (twice.length > 0) failures.push(`${path} asks twice for ${twice.join(', ')}`);
      if (paint > limits.paint) failures.push(`${path}, ${name}: first paint after ${paint.toFixed(0)} ms`);
      if (row > limits.row) failures.push(`${path}, ${name}: first row after ${row.toFixed(0)} ms`);
      if (task > limits.task) failures.push(`${path}, ${name}: a task of ${task.toFixed(0)} ms`);
      if (shift > 0.01) failures.push(`${path}, ${name}: layout shift of ${shift.toFixed(3)}`);
    }
  }
} finally {
  await browser.close();
  await desk.close();
  await before?.close();
}
if (failures.length > 0) {
  console.log(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
