import { type Page, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { type Stack, startStack } from '../../e2e/stack.ts';

const RUNS = 15;
const MOST_CALLS_COLD = 6;
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

/** Milliseconds from a click until `isThere` is in a frame that was drawn. As text: this runs in the page. */
function timeClick(page: Page, selector: string, isThere: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    const look = () =>
      document.querySelector(${JSON.stringify(isThere)})
        ? resolve(performance.now() - from)
        : requestAnimationFrame(look);
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

const SUMMARY = '[aria-label="Summary"] :is(ul[aria-label="Alerts"], p)';

const stack = await startStack();
const browser = await chromium.launch(launchOptions());
try {
  const context = await browser.newContext({ baseURL: stack.url });
  await context.request.post('/api/session/demo', { headers: { origin: stack.url }, data: { role: 'manager' } });
  const page = await context.newPage();
  // The list and the token are not what an opening costs.
  await page.goto('/customers');
  await settle(page);
  let isGood = true;
  for (const [label, most] of [
    ['cold', MOST_CALLS_COLD],
    ['warm', 0],
  ] as const) {
    for (const { id, name } of PEOPLE) {
      const calls = countCalls(stack);
      const opened = await context.newPage();
      await opened.goto(`/customers/${id}/overview`);
      await opened.getByRole('heading', { level: 1, name }).waitFor();
      await settle(opened);
      await opened.close();
      isGood &&= calls() <= most;
      console.log(`calls ${label.padEnd(5)} ${String(calls()).padStart(3)}  at most ${most}  ${name}`);
    }
  }
  stack.sandbox.faults.clear();
  const summaries: number[] = [];
  const tabs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { id, name } = PEOPLE[run % PEOPLE.length] ?? ONE_CREDIT_LEFT;
    await page.goto(`/customers?q=${encodeURIComponent(name)}&status=all`);
    const row = `a[href^="/customers/${id}"]`;
    await page.locator(row).first().waitFor();
    await page.locator(row).first().hover();
    await settle(page);
    summaries.push(await timeClick(page, row, SUMMARY));
    await settle(page);
    const tab = `nav[aria-label="Customer"] a[href$="/videos"]`;
    await page.locator(tab).hover();
    await settle(page);
    tabs.push(await timeClick(page, tab, 'main table, main [class*="EmptyState"]'));
  }
  console.log(
    `\nsummary ${median(summaries).toFixed(0)} ms (asked for: 80), prefetched tab ${median(tabs).toFixed(0)} ms (asked for: 50)`,
  );
  if (!isGood) {
    console.error('An opening costs more calls than it may.');
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stack.close();
}
