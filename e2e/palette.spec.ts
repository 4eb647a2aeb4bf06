import type { Route } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';

test('anything is found from anywhere by keyboard', async ({ page }) => {
  await page.goto('/settings/account');
  // What is pressed before the page listens is lost.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Find/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('jane sm');
  const option = page.getByRole('option', { name: /^Jane Smith/ });
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? 'an option');
  await expectAccessibleInBothColours(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jane Smith' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('notes');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cust_123\/notes/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('edit pro');
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option', { name: 'Edit profile' }).click();
  await expect(page).toHaveURL(/\/cust_123\/profile/);
  const before = page.getByRole('textbox', { name: 'First name' });
  await before.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('thrown away');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(before).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzzqqqq');
  await expect(page.getByRole('dialog').getByText('No customer found')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\?q=zzzzqqqq/);
});

test('what is typed while the search from anywhere is still on its way is searched for', async ({ page }) => {
  const held: Route[] = [];
  await page.route('**/assets/-find-anything-*.js', (route) => void held.push(route));
  await page.goto('/customers');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.outline')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('jane sm');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  for (const route of held) await route.continue();
  const field = page.getByRole('combobox', { name: /^Find/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('ith');
  await expect(field).toHaveValue('jane smith');
  await expect(page.getByRole('option', { name: /^Jane Smith/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toBeFocused();
});
