import { loadavg } from 'node:os';
import { type Page, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { type Stack, startStack } from '../../e2e/stack.ts';
import { serveManyBookings } from './many-bookings.ts';

const RUNS = Number(process.argv[2] ?? 15);
const MOST_CALLS = { cold: 6, warm: 0 } as const;
/** Medians in ms; of a long task the longest. */
const LIMITS = { summary: 80, tab: 50, filter900: 50, filter5000: 100, longTask: 60 } as const;
/** A page has loaded when nothing was asked for during this long, in milliseconds. */
const QUIET = 600;

/** docs/personas.md: a last credit, a parent of three, something in every tab, an unpaid appointment. */
const ONE_CREDIT_LEFT = { id: 'cust_101', name: 'Bethan Quillfeather' };
const PEOPLE = [
  ONE_CREDIT_LEFT,
  { id: 'cust_103', name: 'Rosalind Thackeray' },
  { id: 'cust_125', name: 'Henrietta Allbright' },
  { id: 'cust_105', name: 'Callum Strathairn' },
];

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Milliseconds from a click until `isThere`, an expression, holds in a frame that was drawn. As text: this runs in the page. */
function timeClick(page: Page, selector: string, isThere: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    const look = () => (${isThere} ? resolve(performance.now() - from) : requestAnimationFrame(look));
    document.querySelector(${JSON.stringify(selector)}).click();
    requestAnimationFrame(look);
  })`);
}

async function settle(page: Page): Promise<void> {
  let last = performance.now();
  const note = () => (last = performance.now());
  page.on('request', note);
  while (performance.now() - last < QUIET) await new Promise((wake) => setTimeout(wake, 50));
  page.off('request', note);
}

/** Counts what Reservie gets: a fault that does nothing is told of every call. */
function countCalls({ sandbox }: Stack): () => number {
  sandbox.faults.clear();
  const id = sandbox.faults.add({ endpoint: '*', kind: 'latency', ms: 0 });
  return () => sandbox.faults.list().find((fault) => fault.id === id)?.calls ?? 0;
}

function has(selector: string): string {
  return `document.querySelector(${JSON.stringify(selector)})`;
}

/** Name, contacts, alerts and every fact can be read; nothing of it is still on its way. */
const SUMMARY = `${has('[aria-label="Summary"] h1')} && ${has('[aria-label="Summary"] :is(ul[aria-label="Alerts"], p)')}
  && [...document.querySelectorAll('[aria-label="Summary"] dd')].map((fact) => fact.textContent !== '').join() === 'true,true,true,true'`;
const TABLE = has('main table, main [class*="EmptyState"]');

/** The filter of the bookings tab and the words that say that it holds. */
const FILTERS = [
  { value: 'upcoming', words: 'still to come' },
  { value: 'past', words: 'in the past' },
];

/** Narrows all bookings of a customer by one press, again and again. */
async function timeFilters(page: Page, count: string): Promise<{ times: number[]; longestTask: number }> {
  await page.getByText(`${count} bookings`).first().waitFor({ timeout: 60_000 });
  await settle(page);
  await page.evaluate(`window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: 'longtask' });`);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { value, words } = FILTERS[run % FILTERS.length] ?? { value: '', words: '' };
    const isThere = `document.querySelector('section[aria-label="Bookings"] output')?.textContent.includes('${words}')`;
    times.push(await timeClick(page, `input[value="${value}"]`, isThere));
    await settle(page);
  }
  return { times, longestTask: await page.evaluate<number>('longest') };
}

const stack = await startStack();
const browser = await chromium.launch(launchOptions());
const failures: string[] = [];

function report(name: string, value: number, most: number): void {
  console.log(`${name.padEnd(48)}${value.toFixed(0).padStart(6)} ms, at most ${most}`);
  if (!(value <= most)) failures.push(`${name}: ${value.toFixed(0)} ms, at most ${most}`);
}

try {
  const context = await browser.newContext({ baseURL: stack.url, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session/demo', { headers: { origin: stack.url }, data: { role: 'manager' } });
  const page = await context.newPage();
  // The list and the token are not what an opening costs.
  await page.goto('/customers');
  await settle(page);
  for (const label of ['cold', 'warm'] as const) {
    for (const { id, name } of PEOPLE) {
      const calls = countCalls(stack);
      const opened = await context.newPage();
      await opened.goto(`/customers/${id}/overview`);
      await opened.getByRole('heading', { level: 1, name }).waitFor();
      await settle(opened);
      await opened.close();
      if (calls() > MOST_CALLS[label]) failures.push(`${name}: ${calls()} calls ${label}`);
      console.log(`calls ${label.padEnd(5)} ${String(calls()).padStart(3)}, at most ${MOST_CALLS[label]}  ${name}`);
    }
  }
  stack.sandbox.faults.clear();
  const summaries: number[] = [];
  const tabs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { id, name } = PEOPLE[run % PEOPLE.length] ?? ONE_CREDIT_LEFT;
    await page.goto(`/customers?q=${encodeURIComponent(name)}&status=all`);
    // The row, not the link that the rail has to a customer who was opened before.
    const row = `main a[href^="/customers/${id}"]`;
    await page.locator(row).first().waitFor();
    await page.locator(row).first().hover();
    await settle(page);
    summaries.push(await timeClick(page, row, SUMMARY));
    await settle(page);
    const tab = `nav[aria-label="Customer"] a[href$="/videos"]`;
    await page.locator(tab).hover();
    await settle(page);
    tabs.push(await timeClick(page, tab, TABLE));
  }
  console.log(`\nMedians of ${RUNS}; ${loadavg()[0]?.toFixed(1)} is the load of the machine`);
  report('summary after a click on a row', median(summaries), LIMITS.summary);
  report('tab that was read ahead', median(tabs), LIMITS.tab);
  await page.goto('/customers/cust_104/bookings');
  report('filter of 900 bookings', median((await timeFilters(page, '900')).times), LIMITS.filter900);
  await serveManyBookings(page, ONE_CREDIT_LEFT.id, 5000);
  await page.goto(`/customers/${ONE_CREDIT_LEFT.id}/bookings`);
  const many = await timeFilters(page, '5,000');
  report('filter of 5,000 bookings', median(many.times), LIMITS.filter5000);
  report('longest task meanwhile', many.longestTask, LIMITS.longTask);
} finally {
  await browser.close();
  await stack.close();
}
if (failures.length > 0) {
  console.error(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
