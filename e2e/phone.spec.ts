import type { Route } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './fixtures.ts';
import { persona } from './personas.ts';
import { joinAs, signInAs } from './sign-in-as.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('find, open, filter and edit on a phone', async ({ page }) => {
  // What comes late stands on a line of its own, and pushes no card away under a finger.
  const held: Route[] = [];
  await page.route('**/assets/view-bar-*.js', (route) => void held.push(route));
  await page.goto('/customers');
  await page.getByRole('searchbox').fill('jane@example.com');
  await expectNoSidewaysScroll(page);
  const card = page.getByRole('main').getByRole('row').filter({ hasText: 'jane@example.com' });
  await expect(card).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  const before = (await card.boundingBox())?.y;
  for (const route of held) await route.continue();
  await expect(page.getByRole('button', { name: 'Save as view…' })).toBeVisible();
  expect((await card.boundingBox())?.y).toBe(before);
  await page.getByRole('main').getByRole('link', { name: 'Jane Smith', exact: true }).tap();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Bookings' }).tap();
  const row = page.getByRole('table', { name: 'Bookings' }).getByRole('row');
  await expect(row.nth(1)).toBeVisible();
  const summary = page.getByRole('region', { name: 'Summary' });
  await expect(summary.getByText('Books for')).toBeHidden();
  await summary.getByRole('button', { name: 'More' }).tap();
  await expect(summary.getByText('Books for')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Choose class dates' }).tap();
  await expect(page.getByRole('dialog', { name: 'Class dates' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'This month' }).tap();
  await expect(page).toHaveURL(/from=/);
  await page.getByRole('link', { name: 'Profile' }).tap();
  await expect(page.getByLabel('First name')).toHaveValue('Jane');
  await expectNoSidewaysScroll(page);
});

test.describe('with a password', () => {
  test.use({ ownStack: true });
  // It is hashed as slowly as in earnest.
  test.slow();

  test('one’s own account fits, and so does a link for a colleague', async ({ page, stack }) => {
    await joinAs(page.request, stack.url, 'manager', 'Nora New');
    await page.goto('/settings/account');
    await expect(page.getByRole('form', { name: 'Change password' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    // An open page would notice, and load itself anew under the next line.
    await page.goto('about:blank');
    await signInAs(page.request, stack.url, 'manager');
    await page.goto('/settings/staff');
    await page.getByRole('button', { name: 'New password… for Nora New' }).tap();
    await page.getByRole('button', { name: 'Make the link' }).tap();
    await expect(page.getByText(/\/new-password#/)).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test.describe('at twice the size', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('nothing is lost', async ({ page }) => {
    await page.goto(`/customers/${persona.longName.id}/bookings`);
    await expect(page.getByRole('heading', { level: 1, name: persona.longName.name })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Bookings' })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});
