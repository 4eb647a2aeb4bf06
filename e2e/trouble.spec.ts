import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';
import { persona } from './personas.ts';

/**
 * What Chromium's console says of a server that is gone. Which of these it is depends on when the connection ended:
 * before it was opened, in use, or kept open for the next request. A journey that stops a server expects any of them.
 */
const UNREACHABLE =
  /net::ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED|ABORTED|FAILED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|HTTP2_PROTOCOL_ERROR)/;

const BOOKINGS = '/customers/cust_123/bookings';

test.use({
  ownStack: true,
  expectedErrors: new RegExp(`status of (403|404|429|50\\d)|${UNREACHABLE.source}`),
});

function lines(page: Page) {
  return page.getByRole('table', { name: 'Bookings' }).getByRole('button', { name: /^Details of/ });
}

function jane(page: Page) {
  return page.getByRole('heading', { level: 1, name: 'Jane Smith' });
}

test('one row that cannot be read is named, and the others stay', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'listBookings', kind: 'wrong-type', row: 3, field: 'bookings.0.spaces' });
  await page.goto(BOOKINGS);
  await expect(page.getByRole('region', { name: 'Bookings' }).getByRole('status')).toContainText('41 bookings');
  await expect(page.getByText(/This purchase could not be read \(txn_/)).toBeVisible();
  await expect(jane(page)).toBeVisible();
});

test('a row without its payment, too', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'listBookings', kind: 'missing-field', row: 0, field: 'bookings.0.payment' });
  await page.goto(BOOKINGS);
  await expect(page.getByText(/This purchase could not be read \(txn_/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bookings' }).getByRole('status')).toContainText('41 bookings');
});

test('one customer who cannot be read is named above the list, and the others stay', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'listCustomers', kind: 'wrong-type', row: 3, field: 'email' });
  await page.goto('/customers');
  await expect(page.getByRole('note').filter({ hasText: /1 customer could not be read \(cust_/ })).toBeVisible();
  await page.getByRole('searchbox').fill('jane smith');
  await expect(page.getByRole('table', { name: 'Customers' }).getByRole('link').first()).toHaveText('Jane Smith');
});

test('what Reservie adds or invents is no trouble', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: '*', kind: 'extra-fields' });
  stack.sandbox.faults.add({ endpoint: 'listBookings', kind: 'unknown-values' });
  await page.goto(BOOKINGS);
  await expect(lines(page)).toHaveCount(30);
  await expect(page.getByRole('cell').filter({ hasText: 'VOUCHER' }).first()).toBeVisible();
});

test('an answer that is no JSON is said in its panel, and asked again on request', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'listBookings', kind: 'malformed-json' });
  await page.goto(BOOKINGS);
  await expect(page.getByRole('alert')).toContainText('Reservie’s answer cannot be read');
  await expect(jane(page)).toBeVisible();
  stack.sandbox.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(lines(page)).toHaveCount(30);
});

test('a header that cannot be read leaves the bookings alone', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'getProfile', kind: 'status', status: 503 });
  await page.goto(BOOKINGS);
  await expect(lines(page)).toHaveCount(30);
  await expect(page.getByRole('alert')).toContainText('Reservie cannot be reached');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a spent request budget says how long to wait', async ({ page, stack }) => {
  // After the 429 Reservie is asked nothing at all: the summary has to be there before.
  await page.goto('/customers/cust_123/profile');
  await expect(jane(page)).toBeVisible();
  stack.sandbox.faults.add({ endpoint: 'listVideoPurchases', kind: 'status', status: 429, retryAfterSeconds: 40 });
  await page.goto('/customers/cust_123/videos');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Reservie asks us to slow down');
  await expect(alert.getByRole('button', { name: /Try again in \d+ s/ })).toBeDisabled();
  await expect(jane(page)).toBeVisible();
});

test('a missing permission is named, and locks one tab only', async ({ page, stack }) => {
  const { clients, client } = stack.sandbox;
  const scopes = clients.find(client.id)?.scopes.filter((scope) => scope !== 'bookings:read') ?? [];
  clients.update(client.id, { scopes });
  await page.goto(BOOKINGS);
  await expect(page.getByRole('alert')).toContainText('bookings:read');
  const banner = page.getByRole('status').filter({ hasText: 'lacks the permission “bookings:read”' });
  await expect(banner).toBeVisible();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).click();
  await expect(page.getByRole('list', { name: 'Notes' }).getByRole('listitem')).not.toHaveCount(0);
});

test('a profile and a purchase that are older than they should be say so', async ({ page }) => {
  const stale = { 'x-stale': 'down', 'x-as-of': '2026-03-03T14:02:00.000Z' };
  await page.route(/\/api\/customers\/cust_123\/(profile|bookings\/txn_456)$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), ...stale } });
  });
  await page.goto(`${BOOKINGS}/txn_456`);
  await expect(page.getByRole('heading', { name: 'Monday Yoga' })).toBeVisible();
  await expect(page.getByText('As of 14:02. It could not be refreshed just now.')).toHaveCount(2);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText('It could not be refreshed')).toHaveCount(1);
});

test('a suspended client is said to be one', async ({ page, stack }) => {
  stack.sandbox.clients.update(stack.sandbox.client.id, { isSuspended: true });
  await page.goto(BOOKINGS);
  await expect(page.getByRole('alert').first()).toContainText('Reservie refuses our sign-in');
});

test('an answer that never comes is given up', async ({ page, stack }) => {
  stack.sandbox.faults.add({ endpoint: 'listBookings', kind: 'hang' });
  await page.goto(BOOKINGS);
  await expect(jane(page)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Reservie is too slow', { timeout: 20_000 });
});

test('without Reservie the list stays, and what was not read says so', async ({ page, stack }) => {
  await page.goto('/customers?q=jane+smith');
  await expect(page.getByRole('row').filter({ hasText: 'Jane Smith' })).toBeVisible();
  await stack.stopSandbox();
  await page.getByRole('main').getByRole('link', { name: 'Jane Smith' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jane Smith' })).toBeVisible();
  await expect(page.getByRole('alert').first()).toContainText('Reservie cannot be reached');
  await page.goBack();
  await expect(page.getByRole('row').filter({ hasText: 'Jane Smith' })).toBeVisible();
});

test('without Reservie from the start, the list says so', async ({ page, stack }) => {
  await stack.stopSandbox();
  await page.goto('/customers');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Reservie cannot be reached');
});

test('without the gateway the page says so where it asked, and keeps what it has', async ({ page, stack }) => {
  await page.goto(BOOKINGS);
  await expect(lines(page)).toHaveCount(30);
  await stack.stopGateway();
  await page.getByText('Purchase date').click();
  await expect(page.getByRole('alert')).toContainText('Studio Desk cannot be reached');
  await expect(jane(page)).toBeVisible();
  await page.getByText('Class date', { exact: true }).click();
  await expect(lines(page)).toHaveCount(30);
});

test.describe('a part of the page that cannot be fetched', () => {
  // React reports what an error boundary has caught.
  test.use({ expectedErrors: new RegExp(`^ChunkError: |status of 404|${UNREACHABLE.source}`) });

  test('after an update of the gateway says so in its place, and offers to reload', async ({ page }) => {
    await page.goto(BOOKINGS);
    await expect(lines(page)).toHaveCount(30);
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
    const updated = page.getByRole('alert').filter({ hasText: 'Studio Desk has been updated' });
    await page.getByRole('button', { name: '+ Filter' }).press('Enter');
    await expect(updated).toHaveCount(1);
    await page.getByRole('button', { name: 'Why can’t I see…?' }).press('Enter');
    await expect(updated).toHaveCount(2);
    for (const [opener, name] of [
      ['Choose class dates', 'Choose dates'],
      ['Keyboard shortcuts', 'Keyboard shortcuts'],
      [/^Find a customer/, 'Find'],
    ] as const) {
      await page.getByRole('button', { name: opener }).press('Enter');
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog.getByRole('button', { name: 'Reload' })).toBeVisible();
      if (name === 'Choose dates') await expectAccessibleInBothColours(page);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await lines(page).first().press('Enter');
    await expect(updated).toHaveCount(3);
    await expect(lines(page)).toHaveCount(30);
    await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).press('Enter');
    await expect(page).toHaveURL(/\/notes$/);
    await expect(updated).toHaveCount(1);
    await expect(jane(page)).toBeVisible();
    await page.unrouteAll();
    await updated.getByRole('button', { name: 'Reload' }).press('Enter');
    await expect(page.getByRole('list', { name: 'Notes' }).getByRole('listitem').first()).toBeVisible();
  });

  test('without the gateway a tab that was never opened says so, and waits', async ({ page, stack }) => {
    await page.goto(BOOKINGS);
    await expect(lines(page)).toHaveCount(30);
    await stack.stopGateway();
    await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).click();
    await expect(page.getByRole('alert')).toContainText('Studio Desk cannot be reached');
    await expect(jane(page)).toBeVisible();
    const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/studio'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await asked;
    await expect(page.getByRole('alert')).toContainText('Studio Desk cannot be reached');
  });
});

test('a customer who was merged or deleted meanwhile is shown under the last known name, with the way to the twin', async ({
  page,
  stack,
}) => {
  // The demo studio has her twice.
  const { id: customerId, name, twin } = persona.duplicated;
  await page.goto('/customers?status=all&q=greatorex');
  const row = page.getByRole('main').getByRole('link', { name, exact: true });
  stack.sandbox.faults.add({ endpoint: 'getProfile', kind: 'delete-customer', when: 'before', customerId });
  await row.click();
  await expect(page.getByText('This customer was merged or deleted in Reservie')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /^← / })).toHaveCount(1);
  await page.getByRole('region', { name: 'Other profiles' }).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/${twin}/overview$`));
});
