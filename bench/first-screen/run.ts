import { loadavg } from 'node:os';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { startStack } from '../../e2e/stack.ts';

const ROUNDS = Number(process.argv[2] ?? 5);

/** Fast 4G, as Chromium’s developer tools have it. */
const FAST_4G = { offline: false, latency: 60, downloadThroughput: 1_125_000, uploadThroughput: 187_500 };
const SCREENS = [
  { path: '/customers', row: 'table tbody a' },
  { path: '/customers/cust_123/bookings', row: 'main table button[aria-label^="Details of"]' },
];
const CONDITIONS = [
  { name: 'as it is', isSlow: false, paint: 250, row: 450, task: 60 },
  { name: 'CPU 4× slower, fast 4G', isSlow: true, paint: 900, row: 1_600, task: 240 },
];

interface Visit {
  paint: number;
  row: number;
  shift: number;
  longestTask: number;
  /** Addresses of the API that were asked for more than once. */
  twice: string[];
}

/** Runs in the page before anything of it. */
const WATCH = `window.seen = { row: 0, shift: 0, task: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((each) => (seen.shift += each.value))).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((each) => (seen.task = Math.max(seen.task, each.duration)))).observe({ type: 'longtask', buffered: true });
const look = () => {
  if (document.querySelector(ROW)) seen.row = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

async function visit(browser: Browser, url: string, path: string, row: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session/demo', { headers: { origin: url }, data: { role: 'desk' } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(url, '')));
  if (isSlow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', FAST_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.addInitScript(WATCH.replace('ROW', JSON.stringify(row)));
  await page.goto(path);
  await page.locator(row).first().waitFor();
  // The page looks for its row at each frame: it has seen it by the next one.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const seen = await page.evaluate<{ row: number; shift: number; task: number; paint: number }>(
    `({ ...seen, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`,
  );
  await context.close();
  const twice = asked.filter((address, at) => address.startsWith('/api/') && asked.indexOf(address) !== at);
  return { paint: seen.paint, row: seen.row, shift: seen.shift, longestTask: seen.task, twice };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const stack = await startStack();
const browser = await chromium.launch(launchOptions());
const failures: string[] = [];
try {
  console.log(`Medians of ${ROUNDS}, in ms; ${loadavg()[0]?.toFixed(1)} is the load of the machine\n`);
  console.log(
    `${''.padEnd(58)}${['first paint', 'first row', 'shift', 'longest task'].map((t) => t.padStart(14)).join('')}`,
  );
  for (const { path, row } of SCREENS) {
    // The gateway is warm.
    await visit(browser, stack.url, path, row, false);
    for (const { name, isSlow, ...limits } of CONDITIONS) {
      const visits: Visit[] = [];
      for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, stack.url, path, row, isSlow));
      const paint = median(visits.map((each) => each.paint));
      const first = median(visits.map((each) => each.row));
      const shift = median(visits.map((each) => each.shift));
      const task = median(visits.map((each) => each.longestTask));
      const figures = [paint.toFixed(0), first.toFixed(0), shift.toFixed(3), task.toFixed(0)];
      console.log(`${`${path}, ${name}`.padEnd(58)}${figures.map((figure) => figure.padStart(14)).join('')}`);
      const twice = [...new Set(visits.flatMap((each) => each.twice))];
      if (twice.length > 0) failures.push(`${path} asks twice for ${twice.join(', ')}`);
      if (paint > limits.paint) failures.push(`${path}, ${name}: first paint after ${paint.toFixed(0)} ms`);
      if (first > limits.row) failures.push(`${path}, ${name}: first row after ${first.toFixed(0)} ms`);
      if (task > limits.task) failures.push(`${path}, ${name}: a task of ${task.toFixed(0)} ms`);
      if (shift > 0.01) failures.push(`${path}, ${name}: layout shift of ${shift.toFixed(3)}`);
    }
  }
} finally {
  await browser.close();
  await stack.close();
}
if (failures.length > 0) {
  console.log(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
