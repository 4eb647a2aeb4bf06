import type { Request, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PROFILE = '/customers/cust_123/profile';

test.use({ ownStack: true });

test('a save is confirmed, shown in other windows at once, and stands in the history', async ({ page, context }) => {
  const streams: Request[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams.push(request);
  });
  const other = await context.newPage();
  await other.goto('/customers?q=cust_123');
  await expect(other.getByRole('row').filter({ hasText: 'Jane Smith' })).toBeVisible();

  await page.goto(PROFILE);
  // A browser has six connections to a host: with a stream for each window the seventh would stall.
  for (let count = 0; count < 5; count += 1) await (await context.newPage()).goto('/settings');
  await page.bringToFront();
  await page.getByLabel('Last name').fill('Smith-Jones');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Confirmed$/ })).toBeVisible();

  await other.bringToFront();
  await expect(other.getByRole('row').filter({ hasText: 'Jane Smith-Jones' })).toBeVisible();

  await page.bringToFront();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'History' }).click();
  const entry = page
    .getByRole('list', { name: 'History' })
    .getByRole('listitem')
    .filter({ hasText: 'changed the profile' });
  await expect(entry.first()).toContainText('Last name: Smith → Smith-Jones');

  expect(streams).toHaveLength(1);
  await other.close();
  await expect.poll(() => streams.length).toBe(2);
  expect(streams[1]?.url()).toContain('?after=');
});

test('a page is told what happened before it listened, in order, also while the code for that is on its way', async ({
  page,
}) => {
  const streams: Route[] = [];
  const held: Route[] = [];
  await page.route('**/api/events*', (route) => void streams.push(route));
  await page.route(/\/assets\/-follow-customer.*js$/, (route) => void held.push(route));
  await page.goto(PROFILE);
  await page.getByLabel('Last name').fill('Smith-Jones');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect
    .poll(async () => (await page.request.get('/api/history?customerId=cust_123&changesOnly=true')).text())
    .toContain('"confirmation":"confirmed"');
  await expect.poll(() => streams.length).toBeGreaterThan(0);
  await Promise.all(streams.map((route) => route.continue()));
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await Promise.all(held.map((route) => route.continue()));
  await expect(page.getByRole('status').filter({ hasText: /^Confirmed$/ })).toBeVisible();
});

test('a page that missed events reads again what it shows of a customer', async ({ page }) => {
  const streams: Route[] = [];
  await page.route('**/api/events*', (route) => void streams.push(route));
  await page.goto(PROFILE);
  await expect(page.getByLabel('Last name')).toHaveValue('Smith');
  await expect.poll(() => streams.length).toBeGreaterThan(0);
  const other = await page.context().newPage();
  await other.goto(PROFILE);
  await other.getByLabel('Last name').fill('Smith-Jones');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('heading', { name: 'Jane Smith-Jones' })).toBeVisible();
  await other.close();

  await expect(page.getByLabel('Last name')).toHaveValue('Smith');
  const missed = 'event: directory\ndata: {"asOf":null}\nid: another-1\n\n';
  await Promise.all(streams.map((route) => route.fulfill({ contentType: 'text/event-stream', body: missed })));
  await expect(page.getByLabel('Last name')).toHaveValue('Smith-Jones');
});

test.describe('a member of the desk', () => {
  test.use({ startAs: 'desk' });

  test('has no history tab, and is told why at its address', async ({ page }) => {
    await page.goto('/customers/cust_123/history');
    await expect(page.getByText('The history is for managers.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'History' })).toBeHidden();
  });
});
