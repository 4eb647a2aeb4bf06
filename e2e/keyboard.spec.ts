import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { persona } from './personas.ts';

function rowsOf(page: Page) {
  return page.getByRole('table', { name: 'Customers' }).locator('tbody').getByRole('row');
}

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

test('after scrolling far by wheel Tab reaches a row on screen', async ({ page }) => {
  await page.goto('/customers?status=all');
  const table = page.getByRole('table', { name: 'Customers' });
  await expect(table).toHaveAttribute('aria-rowcount', '2001');
  await expect(table.getByRole('link').first()).toBeVisible();
  const focused = page.locator(':focus');
  const lastHeading = table.getByRole('button', { name: 'Status' });
  await lastHeading.focus();
  await page.keyboard.press('Tab');
  await expect(table.locator('tr[aria-rowindex="2"]').getByRole('checkbox')).toBeFocused();
  await lastHeading.focus();
  await page.mouse.move(700, 500);
  // A part at a time, as a user does: the rows passed on the way come and are forgotten again.
  for (let row = 100; row <= 1200; row += 100) {
    await page.mouse.wheel(0, 100 * 44);
    await expect(table.locator(`tr[aria-rowindex="${row}"]`)).toHaveCount(1);
  }
  // Once the page rests.
  await expect
    .poll(() =>
      table.getByRole('link').evaluateAll((links) =>
        links.some((link) => {
          const { top } = link.getBoundingClientRect();
          return link.tabIndex === 0 && top > 0 && top < window.innerHeight;
        }),
      ),
    )
    .toBe(true);
  const scrolledTo = await page.evaluate(() => window.scrollY);
  const link = table.getByRole('link').and(focused);
  await lastHeading.focus();
  await page.keyboard.press('Tab');
  await expect(table.getByRole('checkbox').and(focused)).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(link).toBeInViewport();
  // At most as far as one row is high.
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - scrolledTo)).toBeLessThan(44);
  await page.keyboard.press('ArrowDown');
  await expect(link).toBeInViewport();

  // What a search finds begins at the top again, for Tab too, whether it finds fewer rows than that or not.
  for (const text of ['e', 'jan', '']) {
    await page.getByRole('searchbox', { name: 'Search customers' }).fill(text);
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await lastHeading.focus();
    await page.keyboard.press('Tab');
    await expect(table.locator('tr[aria-rowindex="2"]').getByRole('checkbox')).toBeFocused();
  }
});

test('after many steps from customer to customer the list shows the one that was seen last', async ({ page }) => {
  await page.goto('/customers?status=all');
  await rowsOf(page).nth(1).getByRole('link').click();
  const steps = page.getByRole('navigation', { name: 'Through the list' });
  for (let place = 2; place < 32; place += 1) {
    await expect(steps).toContainText(`${place} of `);
    await page.keyboard.press(']');
  }
  await expect(steps).toContainText('32 of ');
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.goBack();
  const link = page.getByRole('table', { name: 'Customers' }).getByRole('link').and(page.locator(':focus'));
  await expect(link).toHaveText(name);
  await expect(link).toBeInViewport();
});

test('Shift ticks a range only in the list in which it was begun', async ({ page }) => {
  await page.goto('/customers');
  const bar = page.getByRole('group', { name: 'Selection' });
  await rowsOf(page).nth(1).getByRole('checkbox').click();
  await rowsOf(page)
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 selected');
  await page.getByRole('searchbox').fill('smith');
  await expect(rowsOf(page)).toHaveCount(15);
  await rowsOf(page)
    .nth(9)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('4 selected');
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

test('turning pages by keyboard keeps the focus, at the last page and at the first', async ({ page }) => {
  await page.goto('/customers/cust_123/bookings');
  const next = page.getByRole('link', { name: 'Next' });
  const previous = page.getByRole('link', { name: 'Previous' });
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: 'Page 2' })).toBeFocused();
  await previous.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Page 1 of 2')).toBeVisible();
  await expect(previous).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Page 1' })).toBeFocused();
});

test('a button that goes away leaves the focus in its place', async ({ page }) => {
  await page.goto('/customers/cust_123/bookings?state=cancelled');
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Bookings' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('table', { name: 'Bookings' }).getByRole('button', { name: 'When' })).toBeFocused();
});

test('a button that is only busy has the focus back afterwards', async ({ page }) => {
  await page.goto('/customers');
  const refresh = page.getByRole('button', { name: 'Refresh' });
  const read = page.waitForResponse('**/api/customers/columns');
  await refresh.press('Enter');
  await read;
  await expect(refresh).toBeFocused();
});

test('a dialog keeps the focus in itself, and gives it back', async ({ page }) => {
  await page.goto('/customers/cust_123/profile');
  await page.getByLabel('First name').fill('Janet');
  const notes = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' });
  await notes.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Leave without saving' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link').and(page.locator(':focus'))).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(notes).toBeFocused();
  await page.getByRole('button', { name: 'Discard changes' }).press('Enter');
  await expect(page.getByRole('form', { name: 'Profile' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('First name')).toBeFocused();
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
