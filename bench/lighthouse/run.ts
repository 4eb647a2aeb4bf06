import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { type Result, desktopConfig } from 'lighthouse';
import { launchOptions } from '../../e2e/browser.ts';
import { buildSandbox } from '../../server/sandbox/app.ts';
import { openGateway } from '../open-gateway.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const CUSTOMERS = 10_000;
const PATHS = ['/customers', '/customers/cust_123/bookings'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const FORMS = [
  { form: 'mobile', config: undefined, least: [95, 100, 100] },
  { form: 'desktop', config: desktopConfig, least: [100, 100, 100] },
] as const;
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function scoreOf(result: Result, category: string): number {
  return Math.round((result.categories[category]?.score ?? 0) * 100);
}

/** Audits of a category that did not pass, and what they found. */
function findFaults({ categories, audits }: Result, category: string): string[] {
  const refs = categories[category]?.auditRefs ?? [];
  return refs.flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (weight === 0 || !audit || audit.score === null || audit.score >= 0.9) return [];
    const details = audit.details && 'items' in audit.details ? JSON.stringify(audit.details.items).slice(0, 400) : '';
    return [`      ${id}: ${audit.title} ${audit.displayValue ?? ''} ${details}`];
  });
}

/** The round in the middle, by performance. */
function middleOf(results: readonly Result[]): Result | undefined {
  const sorted = results.toSorted((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  return sorted[Math.floor(sorted.length / 2)];
}

const sandbox = await buildSandbox({
  // Seeding takes a while, and nothing here writes: the next run finds the same customers.
  file: join(tmpdir(), `studio-desk-bench-${CUSTOMERS}.db`),
  customers: CUSTOMERS,
  budgetPerMinute: 0,
});
const { id: clientId, secret: clientSecret } = sandbox.client;
const baseUrl = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
const gateway = await openGateway({
  reservie: { baseUrl, clientId, clientSecret },
  requestsPerMinute: 0,
  webRoot: resolve('dist'),
});
const port = await findFreePort();
const { args, ...options } = launchOptions();
const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
const headers = { cookie: gateway.cookie, 'accept-encoding': 'br' };
const failures: string[] = [];
try {
  // The gateway is warm, as on any morning.
  for (const path of ['/api/customers/first', '/api/customers/columns']) {
    await (await fetch(gateway.url + path, { headers })).arrayBuffer();
  }
  // A header of Lighthouse's own would not go with what the worker asks.
  const cookies = gateway.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: gateway.url };
  });
  const session = await browser.newBrowserCDPSession();
  console.log(`The round in the middle of ${ROUNDS}, ${CUSTOMERS} customers: ${CATEGORIES.join(', ')}\n`);
  for (const { form, config, least } of FORMS) {
    for (const path of PATHS) {
      const results: Result[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const flags = { port, onlyCategories: [...CATEGORIES], logLevel: 'error' as const };
        // Lighthouse empties the browser's storage before each page: without them it would judge the sign-in page.
        await session.send('Storage.setCookies', { cookies });
        const run = await lighthouse(gateway.url + path, flags, config);
        if (!run) continue;
        if (JSON.stringify(run.lhr.audits['network-requests']).includes('/sign-in')) {
          throw new Error(`Lighthouse saw the sign-in page instead of ${path}.`);
        }
        results.push(run.lhr);
      }
      const result = middleOf(results);
      if (!result) throw new Error(`Lighthouse answered nothing for ${path}.`);
      const scores = CATEGORIES.map((category) => scoreOf(result, category));
      const metrics = METRICS.map((id) => `${result.audits[id]?.title} ${result.audits[id]?.displayValue}`);
      console.log(
        `${`${path}, ${form}`.padEnd(40)}${scores.map((score) => String(score).padStart(5)).join('')}   ${metrics.join(', ')}`,
      );
      for (const [at, category] of CATEGORIES.entries()) {
        const wanted = least[at] ?? 100;
        if ((scores[at] ?? 0) >= wanted) continue;
        failures.push(`${path}, ${form}: ${category} ${scores[at]} instead of ${wanted}`);
        for (const fault of findFaults(result, category)) console.log(fault);
      }
    }
  }
} finally {
  await browser.close();
  await gateway.close();
  await sandbox.close();
}
if (failures.length > 0) {
  console.log(`\nFAILED: ${failures.join('; ')}`);
  process.exitCode = 1;
}
