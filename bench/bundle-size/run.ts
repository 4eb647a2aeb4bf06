import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Page, type Response, chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/browser.ts';
import { startStack } from '../../e2e/stack.ts';

/** In bytes; 1 kB is 1000 bytes. */
const LIMIT = 175_000;
/** A page has loaded when nothing was asked for during this long, in milliseconds. */
const QUIET = 500;

const TABS = [
  '',
  '/bookings',
  '/passes',
  '/appointments',
  '/subscriptions',
  '/videos',
  '/notes',
  '/questionnaires',
  '/profile',
];
/** `isLimited`: what staff open all day. */
const SCREENS = [
  { path: '/customers', isLimited: true },
  ...TABS.map((tab) => ({ path: `/customers/cust_123${tab}`, isLimited: true })),
  ...['/customers/cust_123/history', '/settings/account', '/settings/staff', '/settings/history', '/sign-in'].map(
    (path) => ({
      path,
      isLimited: false,
    }),
  ),
];
/** Large parts that a screen loads when they are about to be used. */
const LATE = [
  /@mantine\/core\/esm\/components\/(?:Modal|Menu|Popover|Drawer|HoverCard|Tooltip)\//,
  // Without the arrow of a plain select box.
  /@mantine\/core\/esm\/components\/Combobox\/Combobox\.mjs/,
  /@mantine\/(?:dates|charts|notifications)\//,
  /node_modules\/(?:recharts|dayjs|libphonenumber-js)\//,
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
async function filesOf(page: Page, path: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let lastRequest = performance.now();
  page.context().on('request', () => (lastRequest = performance.now()));
  page.context().on('response', (response: Response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) files.set(pathname, response.headers()['content-encoding'] ?? 'identity');
  });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  while (performance.now() - lastRequest < QUIET) await new Promise((wake) => setTimeout(wake, 50));
  return files;
}

function row(name: string, { raw, gzip, brotli }: Sizes, note: string): string {
  return [name.padEnd(48), ...[raw, gzip, brotli].map((bytes) => String(bytes).padStart(9)), `  ${note}`].join('');
}

function isLate(module: string): boolean {
  return LATE.some((part) => part.test(module));
}

/** `--files` lists them all. */
const isDetailed = process.argv.includes('--files');
const HEAD = [''.padEnd(48), ...['raw', 'gzip', 'brotli'].map((title) => title.padStart(9)), '  sent as'].join('');
/** Written by the build (vite.config.ts): the modules of each built file. */
const modules = JSON.parse(await readFile('dist/.vite/modules.json', 'utf8')) as Record<string, string[]>;
const stack = await startStack();
const browser = await chromium.launch(launchOptions());
if (!isDetailed) console.log(`First load, bytes\n${HEAD}`);
try {
  for (const { path, isLimited } of SCREENS) {
    const context = await browser.newContext({ baseURL: stack.url });
    if (path !== '/sign-in') {
      await context.request.post('/api/session/demo', { headers: { origin: stack.url }, data: { role: 'manager' } });
    }
    // What waits until the browser is idle (use-after-first-screen.ts) does not belong to the first load.
    await context.addInitScript('window.requestIdleCallback = () => 0');
    const files = await filesOf(await context.newPage(), path);
    await context.close();
    const total: Sizes = { raw: 0, gzip: 0, brotli: 0 };
    if (isDetailed) console.log(`\nFirst load of ${path}, bytes\n${HEAD}`);
    for (const [file, encoding] of files) {
      const sizes = await sizesOf(file);
      if (isDetailed) console.log(row(file, sizes, encoding));
      for (const key of ['raw', 'gzip', 'brotli'] as const) total[key] += sizes[key];
    }
    const early = [...files.keys()].flatMap((file) => (modules[file.slice(1)] ?? []).filter(isLate));
    const isTooLarge = isLimited && total.brotli > LIMIT;
    const verdict = isTooLarge ? `MORE THAN ${LIMIT}` : isLimited ? `at most ${LIMIT}` : 'not limited';
    console.log(row(`${path}, ${files.size} files`, total, verdict));
    for (const module of early) console.log(`  LOADED TOO EARLY: ${module}`);
    if (isTooLarge || files.size === 0 || (isLimited && early.length > 0)) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stack.close();
}
