import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll } from 'vitest';

const PAGE =
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/a-1b2c.js"></script>' +
  '<!--shell-->outline<!--list--><!--rows-->skeletons<!--/rows--><!--/list--><!--customer--><!--tab-->skeletons of a tab<!--/tab--><!--/customer--><!--/shell-->';
const MANIFEST = {
  'index.html': { file: 'assets/a-1b2c.js' },
  'src/routes/customers/index.tsx?tsr-split=component': { file: 'assets/list-secret.js', css: ['assets/list.css'] },
};
/** In place of the page's own rules (src/features/bookings/outline). */
const OUTLINE = `export function describeBookings([{ bookings: [{ purchased_by, event }] }]) {
  const attendee = { name: purchased_by.firstname + ' ' + purchased_by.lastname };
  const line = { month: '', day: '', clock: '', notes: '', href: '', name: event.name, origin: '', attendee, paid: '' };
  const lines = [{ ...line, states: [], isOverlapping: false, isQuiet: false }];
  return { count: '', sentence: '', isWhole: true, groups: [{ sums: '', lines }] };
}`;
const PAGES = [
  '/',
  '/customers',
  '/customers/$customerId',
  '/customers/$customerId/bookings',
  '/customers/$customerId/bookings/$transactionId',
  '/join',
];
/** What a build leaves behind, as far as the gateway serves it: for the tests of a file. */
export function makeBuiltPage(): { page: string; webRoot: string } {
  const folder = mkdtempSync(join(tmpdir(), 'web-app-'));
  const webRoot = join(folder, 'dist');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  mkdirSync(join(webRoot, '.vite'));
  writeFileSync(join(webRoot, 'index.html'), PAGE);
  writeFileSync(join(webRoot, '.vite/pages.json'), JSON.stringify(PAGES));
  writeFileSync(join(webRoot, 'icon.svg'), '<svg/>');
  writeFileSync(join(webRoot, 'assets/a-1b2c.js'), 'export {};');
  writeFileSync(join(webRoot, 'assets/a-1b2c.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(webRoot, '.vite/manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(webRoot, '.vite/outline.mjs'), OUTLINE);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return { page: PAGE, webRoot };
}
