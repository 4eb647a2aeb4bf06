import { expect, test } from './fixtures.ts';
import { persona } from './personas.ts';

test('from a search to a customer and back without a mouse', async ({ page }) => {
  await page.goto('/customers');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('thackeray');
  await expect(page.getByRole('table', { name: 'Customers' }).getByRole('link')).toHaveCount(4);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('table', { name: 'Customers' }).getByRole('link').nth(1);
  await expect(second).toBeFocused();
  const name = (await second.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('arrows leave the list at its top and stop at its end', async ({ page }) => {
  await page.goto('/customers?q=thackeray');
  const links = page.getByRole('table', { name: 'Customers' }).getByRole('link');
  await expect(links).toHaveCount(4);
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('End');
  await expect(links.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('two thousand rows are one stop for Tab, and End reaches the last of them', async ({ page }) => {
  await page.goto('/customers?status=all');
  const table = page.getByRole('table', { name: 'Customers' });
  await expect(table).toHaveAttribute('aria-rowcount', '2001');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('End');
  await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', '2001');
  await expect(table.getByRole('row').last().getByRole('link')).toBeFocused();
});

test('the first Tab leads past the navigation', async ({ page }) => {
  await page.goto(`/customers/${persona.hasEverything.id}/notes`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a question mark lists the shortcuts, Escape gives the focus back', async ({ page }) => {
  await page.goto(`/customers/${persona.hasEverything.id}/notes`);
  const help = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await help.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(help).toBeFocused();
});

test.describe('a profile', () => {
  test.use({ ownStack: true });

  test('is corrected and saved without a mouse', async ({ page }) => {
    await page.goto('/customers/cust_123/profile');
    await page.getByLabel('First name').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Janet');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Janet Smith' })).toBeVisible();
  });
});
