import { type Page, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { startStack } from '../../e2e/stack.ts';

const RUNS = Number(process.argv[2] ?? 12);
/** How long a pointer rests on a link before it is pressed, in milliseconds. */
const RESTS = 150;
const LATENCIES = [0, 200];
const TAB = 'nav[aria-label="Customer"] a[href$="/videos"]';
const TABLE = 'main table, main [class*="EmptyState"]';

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN);
}

/** Milliseconds from the press until the tab's rows stand in a frame that was drawn. */
async function timeTab(page: Page, id: string, isHovered: boolean): Promise<number> {
  await page.goto(`/customers/${id}/profile`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.mouse.move(5, 5);
  if (isHovered) {
    await page.locator(TAB).hover();
    await new Promise((wake) => setTimeout(wake, RESTS));
  }
  return page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    const look = () => (document.querySelector('${TABLE}') ? resolve(performance.now() - from) : requestAnimationFrame(look));
    document.querySelector('${TAB}').click();
    requestAnimationFrame(look);
  })`);
}

const stack = await startStack();
const browser = await chromium.launch(launchOptions());
try {
  const context = await browser.newContext({ baseURL: stack.url, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session/demo', { headers: { origin: stack.url }, data: { role: 'manager' } });
  const page = await context.newPage();
  await page.goto('/customers');
  await page.waitForLoadState('networkidle');
  let next = 101;
  for (const ms of LATENCIES) {
    stack.sandbox.faults.clear();
    if (ms > 0) stack.sandbox.faults.add({ endpoint: '*', kind: 'latency', ms });
    const times: Record<string, number[]> = {};
    for (let run = 0; run < RUNS; run += 1) {
      for (const isHovered of run % 2 === 0 ? [true, false] : [false, true]) {
        const id = `cust_${next}`;
        next += 1;
        for (const state of ['cold', 'warm']) {
          (times[`${state}, ${isHovered ? 'hovered' : 'not hovered'}`] ??= []).push(await timeTab(page, id, isHovered));
        }
      }
    }
    for (const [name, values] of Object.entries(times)) {
      console.log(`Reservie answers in ${ms} ms; gateway ${name.padEnd(22)}${String(median(values)).padStart(6)} ms`);
    }
  }
} finally {
  await browser.close();
  await stack.close();
}
