import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerNews, Shortcuts, SavedView } from '#contract/shortcuts.ts';
import { type Browser, type TestGateway, startTestGateway } from '../testing/test-gateway.ts';
import { type FakeReservie, json, startFakeReservie } from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';

const START = Date.parse('2026-03-03T09:00:00Z');
const DAY = 86_400_000;
const JOHN = { ...JANE, id: 'cust_456', firstname: 'John' };

let now = START;
let upstream: FakeReservie;
let gateway: TestGateway;
let viewer: Browser;
let desk: Browser;
let manager: Browser;

beforeAll(async () => {
  upstream = await startFakeReservie();
  gateway = await startTestGateway({ reservie: upstream.account, mode: 'live', clock: () => now });
  [viewer, desk, manager] = [
    await gateway.signIn('viewer'),
    await gateway.signIn('desk'),
    await gateway.signIn('manager'),
  ];
});

afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

async function shortcutsOf(browser: Browser): Promise<Shortcuts> {
  return Shortcuts.parse((await browser.ask({ url: '/api/shortcuts' })).json());
}

async function news(browser: Browser): Promise<CustomerNews> {
  return CustomerNews.parse((await browser.ask({ url: '/api/customer-news' })).json());
}

async function post(browser: Browser, url: string, payload: NonNullable<InjectOptions['payload']>) {
  return browser.ask({ method: 'POST', url, payload });
}

async function save(browser: Browser, name: string, isShared = false): Promise<SavedView> {
  return SavedView.parse((await post(browser, '/api/views', { name, search: 'mobile=none', isShared })).json());
}

test('a view is its owner’s, until it is shared', async () => {
  const own = await save(viewer, ' No mobile ');
  expect(own).toMatchObject({ name: 'No mobile', search: 'mobile=none', isShared: false, isOwn: true });
  const shared = await save(desk, 'Alle ohne', true);
  expect((await shortcutsOf(viewer)).views.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['Alle ohne', false],
    ['No mobile', true],
  ]);
  expect((await shortcutsOf(manager)).views.map(({ id }) => id)).toEqual([shared.id]);
});

test('sharing needs the desk’s role; others’ views are changed by managers only, and only if shared', async () => {
  const own = await save(viewer, 'Mine');
  const refusals = await Promise.all([
    post(viewer, '/api/views', { name: 'x', search: '', isShared: true }),
    viewer.ask({ method: 'PATCH', url: `/api/views/${own.id}`, payload: { isShared: true } }),
    desk.ask({ method: 'PATCH', url: `/api/views/${own.id}`, payload: { name: 'Theirs' } }),
    manager.ask({ method: 'DELETE', url: `/api/views/${own.id}` }),
  ]);
  expect(refusals.map(({ statusCode }) => statusCode)).toEqual([403, 403, 404, 404]);
  const shared = await save(desk, 'Shared', true);
  const patch = { method: 'PATCH', url: `/api/views/${shared.id}`, payload: { search: 'new=30' } } as const;
  expect((await viewer.ask(patch)).statusCode).toBe(404);
  expect((await manager.ask(patch)).json()).toMatchObject({ search: 'new=30', isOwn: false, name: 'Shared' });
  expect((await desk.ask({ method: 'DELETE', url: `/api/views/${shared.id}` })).json()).toEqual({ done: true });
});

test.each([
  { name: '', search: '' },
  { name: 'x'.repeat(61), search: '' },
  { name: 'a\u0000b', search: '' },
  { name: 'x', search: 'q=a b' },
  { name: 'x', search: '#there' },
  { name: 'x', search: 'q'.repeat(601) },
  {},
])('%j is no view', async (payload) => {
  expect((await post(desk, '/api/views', payload)).statusCode).toBe(400);
});

test('pins and recent customers are each member’s own', async () => {
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  upstream.behave('GET /customer/cust_456/profile', json(200, { data: JOHN }));
  for (const id of [JANE.id, JOHN.id, JANE.id]) {
    now += 1_000;
    await desk.ask({ url: `/api/customers/${id}/profile` });
  }
  await desk.ask({ method: 'PUT', url: '/api/pins/cust_456' });
  await desk.ask({ method: 'PUT', url: '/api/pins/cust_456' });
  const own = await shortcutsOf(desk);
  expect(own.recent.map(({ customerId }) => customerId)).toEqual([JANE.id, JOHN.id]);
  expect(own.pinned).toEqual([JOHN.id]);
  expect(await shortcutsOf(viewer)).toMatchObject({ recent: [], pinned: [] });
  await desk.ask({ method: 'DELETE', url: '/api/pins/cust_456' });
  expect((await shortcutsOf(desk)).pinned).toEqual([]);
});

test('new are those who were not in the first list; changed are those whom another changed after one’s look', async () => {
  const row = { ...JANE, archived: false };
  upstream.behave(
    'GET /customers',
    json(200, { data: [row] }),
    json(200, {
      data: [
        { ...row, mobile: '07700 900999' },
        { ...JOHN, archived: false },
      ],
    }),
  );
  await desk.ask({ url: '/api/customers' });
  await expect.poll(async () => (await news(desk)).watchedSince).not.toBeNull();
  expect((await news(desk)).firstSeen).toEqual([]);
  now += DAY;
  await desk.ask({ url: '/api/customers' });
  await expect.poll(async () => (await news(desk)).changed).toEqual([JANE.id]);
  expect((await news(viewer)).changed).toEqual([]);
  now += 1_000;
  await desk.ask({ url: `/api/customers/${JANE.id}/profile` });
  expect((await news(desk)).changed).toEqual([]);
});

test('what is no duplicate is remembered for all staff, in whatever order, and forgotten again', async () => {
  const customerIds = ['cust_9', 'cust_123'];
  await post(desk, '/api/duplicates/dismissed', { customerIds, fingerprint: 'a1' });
  await post(manager, '/api/duplicates/dismissed', { customerIds: customerIds.toReversed(), fingerprint: 'b2' });
  expect((await shortcutsOf(viewer)).notDuplicates).toMatchObject([
    { customerIds: ['cust_123', 'cust_9'], fingerprint: 'b2', by: 'The manager' },
  ]);
  await post(desk, '/api/duplicates/dismissed', { customerIds, fingerprint: 'b2', isDuplicate: true });
  expect((await shortcutsOf(desk)).notDuplicates).toEqual([]);
});

test('an export is recorded with its filter and number, also where the role may not', async () => {
  const strict = await startTestGateway({ store: gateway.store, clock: () => now, exportRole: 'manager' });
  const payload = { format: 'csv', count: 3, filter: 'smith, no mobile', columns: ['email'] };
  const [clerk, boss] = [await strict.signIn('desk'), await strict.signIn('manager')];
  now += 1_000;
  expect((await post(clerk, '/api/exports', payload)).statusCode).toBe(403);
  now += 1_000;
  expect((await post(boss, '/api/exports', payload)).json()).toEqual({ done: true });
  expect([(await shortcutsOf(clerk)).canExport, (await shortcutsOf(boss)).canExport]).toEqual([false, true]);
  const history = (await boss.ask({ url: '/api/history?changesOnly=true' })).json();
  expect(history.data.slice(0, 2)).toMatchObject([
    {
      action: 'recordExport',
      subject: 'smith, no mobile',
      result: 'done',
      changes: [
        { field: 'count', after: '3' },
        { field: 'format', after: 'csv' },
        { field: 'columns', after: 'email' },
      ],
    },
    { action: 'recordExport', result: 'refused' },
  ]);
  await strict.close();
});
