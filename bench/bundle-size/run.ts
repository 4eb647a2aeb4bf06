import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Page, type Response, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { startStack } from '../../e2e/stack.ts';

/** In bytes; 1 kB is 1000 bytes. */
const LIMIT = 160_000;
/** A page has loaded when nothing was asked for during this long, in milliseconds. */
const QUIET = 500;

const SCREENS = [
  { path: '/customers', heading: 'Customers' },
  { path: '/customers/cust_123', heading: 'Jane Smith' },
];

interface Sizes {
  raw: number;
  gzip: number;
  brotli: number;
}

async function sizesOf(path: string): Promise<Sizes> {
  const bytes = await readFile(join('dist', path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

/** Every script and style that a first visit fetches, those of workers included, and how each was encoded. */
async function filesOf(page: Page, path: string, heading: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let lastRequest = performance.now();
  page.context().on('request', () => (lastRequest = performance.now()));
  page.context().on('response', (response: Response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) files.set(pathname, response.headers()['content-encoding'] ?? 'identity');
  });
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  while (performance.now() - lastRequest < QUIET) await new Promise((wake) => setTimeout(wake, 50));
  return files;
}

function row(name: string, { raw, gzip, brotli }: Sizes, note: string): string {
  return [name.padEnd(48), ...[raw, gzip, brotli].map((bytes) => String(bytes).padStart(9)), `  ${note}`].join('');
}

const stack = await startStack();
const browser = await chromium.launch(launchOptions());
try {
  for (const { path, heading } of SCREENS) {
    const context = await browser.newContext({ baseURL: stack.url });
    await context.request.post('/api/session/demo', { headers: { origin: stack.url }, data: { role: 'manager' } });
    const files = await filesOf(await context.newPage(), path, heading);
    await context.close();
    const total: Sizes = { raw: 0, gzip: 0, brotli: 0 };
    console.log(`\nFirst load of ${path}, bytes`);
    console.log([''.padEnd(48), ...['raw', 'gzip', 'brotli'].map((title) => title.padStart(9)), '  sent as'].join(''));
    for (const [file, encoding] of files) {
      const sizes = await sizesOf(file);
      console.log(row(file, sizes, encoding));
      for (const key of ['raw', 'gzip', 'brotli'] as const) total[key] += sizes[key];
    }
    const verdict = total.brotli <= LIMIT ? `at most ${LIMIT}` : `MORE THAN ${LIMIT}`;
    console.log(row(`total of ${files.size} files`, total, verdict));
    if (total.brotli > LIMIT || files.size === 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stack.close();
}
