import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';
import { persona } from './personas.ts';

function summaryOf(page: Page) {
  return page.getByRole('region', { name: 'Summary' });
}

function few(page: Page) {
  return page.getByLabel('Few credits');
}

function save(page: Page) {
  return page.getByRole('button', { name: 'Save' }).click();
}

test('a parent’s page answers at a glance, and its timeline is filtered in the address', async ({ page }) => {
  await page.goto(`/customers/${persona.booksForThreeChildren.id}`);
  await expect(page).toHaveURL(/\/overview$/);
  const summary = summaryOf(page);
  for (const child of ['Alfie', 'Maisie', 'Otis']) {
    await expect(summary.getByRole('link', { name: `${child} Thackeray` })).toBeVisible();
  }
  // Without scrolling there, which a pointer would first do where it is out of sight.
  await page.getByText('As a table').dispatchEvent('click');
  await expect(page.getByRole('table', { name: 'Bookings and payments by month' }).getByRole('row')).toHaveCount(13);
  const classes = page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: /^Classes/ });
  const entries = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  // Scrolling reads videos: nothing moves away under a pointer by that.
  await expect(page.getByText('Without videos so far.')).toBeVisible();
  const place = () => classes.evaluate((button) => button.getBoundingClientRect().top + window.scrollY);
  const before = await place();
  await classes.scrollIntoViewIfNeeded();
  await expect(page.getByText('With videos.')).toBeVisible();
  expect(await place()).toBe(before);
  await classes.click();
  await expect(page).toHaveURL(/kind=class/);
  await expect(entries.first()).toContainText('Class');
  await expect(entries.filter({ hasText: 'Purchase' })).toHaveCount(0);
  // One key shows what can be read on the telephone.
  await page.keyboard.press('c');
  await expect(summary).toContainText(/Next classes:|Nothing booked\./);
  await summary.getByRole('link', { name: 'Otis Thackeray' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Otis Thackeray' })).toBeVisible();
});

test('an alert leads to its pass, whose statement leaves no credit out', async ({ page }) => {
  await page.goto(`/customers/${persona.oneCreditLeft.id}/overview`);
  await summaryOf(page).getByRole('link', { name: 'Last credit' }).click();
  await expect(page).toHaveURL(/\/passes$/);
  await page
    .getByRole('button', { name: /^Where the credits went/ })
    .first()
    .click();
  await expect(page.getByText(/10 credits in, 1 left/)).toBeVisible();
  await expect(page.getByText(/used credits are (not )?explained/).first()).toBeVisible();
  await expectAccessibleInBothColours(page);
});

test.describe('a part of the purchases failing', () => {
  test.use({ expectedErrors: /status of 503/ });

  test('is said, and goes on when it is asked to', async ({ page }) => {
    const laterPages = /\/bookings\?.*page=[1-9]/;
    await page.route(laterPages, (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`/customers/${persona.with900Bookings.id}/overview`);
    await expect(page.getByText(/100 of \d+ purchases have been read/)).toBeVisible();
    await page.unroute(laterPages);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText(/purchases have been read|Reading all purchases/)).toHaveCount(0);
  });
});

test('why they cannot book is told from what can be seen', async ({ page }) => {
  await page.goto(`/customers/${persona.archived.id}/overview`);
  await summaryOf(page).getByRole('link', { name: 'Why can’t they book?' }).click();
  const choice = page.getByRole('combobox', { name: 'Class' });
  await choice.selectOption({ index: 1 });
  await expect(page).toHaveURL(/date=date_/);
  await expect(page.getByText(/^They cannot book this class/)).toBeVisible();
  const checked = page.getByRole('list', { name: 'What was checked' });
  await expect(checked).toContainText('The profile is archived in Reservie');
  await expect(checked).toContainText('does not tell');
  await expectAccessibleInBothColours(page);
});

test.describe('for viewers, who see names and numbers masked', () => {
  test.use({ startAs: 'viewer' });

  test('a customer whose masked name is alike is not called a second profile', async ({ page }) => {
    await page.goto('/customers/cust_123/can-book');
    await page.getByRole('combobox', { name: 'Class' }).selectOption({ index: 1 });
    const checked = page.getByRole('list', { name: 'What was checked' });
    await expect(checked).toContainText('Whether there is a second profile could not be read');
  });
});

test.describe('one part failing', () => {
  test.use({ ownStack: true, expectedErrors: /status of (403|409)/ });

  test('leaves the others, and names the permission in its place', async ({ page, stack }) => {
    const { clients, client } = stack.sandbox;
    clients.update(client.id, {
      scopes: clients.find(client.id)?.scopes.filter((one) => one !== 'packages:read') ?? [],
    });
    await page.goto(`/customers/${persona.subscriptionPaymentFailed.id}/overview`);
    const summary = summaryOf(page);
    await expect(summary).toContainText('Not visible here: packages:read is missing.');
    await expect(summary.getByRole('link', { name: 'Payment failed' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Coming up' })).toBeVisible();
  });

  test('a manager says what soon means, and names a range', async ({ page }) => {
    await page.goto('/settings/studio');
    await page.getByLabel('Soon, in days').fill('2');
    await page.getByRole('button', { name: 'Add a named range' }).click();
    await page.getByLabel('Name').fill('Autumn term');
    await page.getByLabel('First day').fill('2026-09-07');
    await page.getByLabel('Last day').fill('2026-09-01');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Is before the first day')).toBeVisible();
    await page.getByLabel('Last day').fill('2026-12-18');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.goto(`/customers/${persona.passExpiresInThreeDays.id}/overview`);
    await expect(summaryOf(page).getByText('Nothing to watch out for')).toBeVisible();
  });

  test('two managers change what few means: the second is told, and can replace or leave it', async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    await page.goto('/settings/studio');
    await few(page).fill('4');
    await other.goto('/settings/studio');
    await few(other).fill('5');
    await save(other);
    await expect(other.getByText('Saved', { exact: true })).toBeVisible();

    await save(page);
    await expect(page.getByText('Changed by another user in the meantime')).toBeVisible();
    await expect(few(page)).toHaveValue('4');
    await save(page);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await few(other).fill('6');
    await save(other);
    await other.getByRole('button', { name: 'Discard changes' }).click();
    await expect(few(other)).toHaveValue('4');
    await expect(other.getByText('Changed by another user in the meantime')).toBeHidden();
  });
});
