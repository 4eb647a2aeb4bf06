import { expect, test } from 'vitest';
import { PageChunks } from './page-chunks.ts';

const split = (path: string) => `src/routes/${path}.tsx?tsr-split=component`;
const manifest = {
  'index.html': { file: 'assets/base.js', imports: ['_runtime.js'], css: ['assets/base.css'] },
  '_runtime.js': { file: 'assets/runtime.js' },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html', '_deep.js'], css: ['assets/shared.css'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js', '_runtime.js'] },
  [split('customers/index')]: {
    file: 'assets/list.js',
    imports: ['_shared.js'],
    css: ['assets/list.css', 'assets/base.css'],
  },
  [split('customers/$customerId/route')]: { file: 'assets/customer.js', imports: ['index.html'] },
  [split('customers/$customerId/overview')]: { file: 'assets/overview.js', imports: ['_shared.js'] },
  [split('customers/$customerId/bookings/index')]: { file: 'assets/bookings.js', imports: ['_shared.js'] },
  [split('customers/$customerId/bookings/$transactionId')]: { file: 'assets/purchase.js' },
  [split('sign-in')]: { file: 'assets/sign-in.js' },
  'src/features/shell/shortcut-list.tsx': { file: 'assets/shortcuts.js' },
};
const chunks = new PageChunks(manifest, '<script>import("/assets/base.js")</script>');

const LIST = ['/assets/list.js', '/assets/shared.js', '/assets/deep.js'];
const OVERVIEW = ['/assets/customer.js', '/assets/overview.js', '/assets/shared.js', '/assets/deep.js'];
const BOOKINGS = ['/assets/customer.js', '/assets/bookings.js', '/assets/shared.js', '/assets/deep.js'];

test.each([
  ['/', LIST],
  ['/customers', LIST],
  ['/customers/', LIST],
  ['/customers/cust_1', OVERVIEW],
  ['/customers/cust_1/bookings', BOOKINGS],
  ['/customers/cust_1/bookings/txn_1', ['/assets/customer.js', '/assets/purchase.js']],
  // The layout draws what there is no page for.
  ['/customers/cust_1/nothing', ['/assets/customer.js']],
  ['/sign-in', ['/assets/sign-in.js']],
  ['/nothing', []],
  ['//', LIST],
])('%s needs its route’s chunks, and not the base again', (pathname, scripts) => {
  expect(chunks.filesFor(pathname).scripts).toEqual(scripts);
});

test('names each style once, and none of the base', () => {
  expect(chunks.filesFor('/customers').styles).toEqual(['/assets/list.css', '/assets/shared.css']);
});
