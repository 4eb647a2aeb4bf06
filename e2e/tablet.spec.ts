import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { persona } from './personas.ts';

const ALL = `/customers/${persona.hasEverything.id}`;

/** What a finger has to hit, in pixels (WCAG 2.2, 2.5.5); links within a line of text need less. */
const FINGER = 43.5;

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: 'dark' });

async function settle(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('main').getByText(/^Loading/)).toHaveCount(0);
}

test('every tab of a customer is in sight', async ({ page }) => {
  await page.goto(`${ALL}/passes`);
  const tabs = page.getByRole('navigation', { name: 'Customer' });
  await expect(tabs.getByRole('link', { name: 'History' })).toBeInViewport({ ratio: 1 });
  await expect(tabs.getByRole('link', { name: 'Bookings' })).toBeInViewport({ ratio: 1 });
});

for (const path of ['/customers', '/customers/cust_123/bookings', `${ALL}/profile`, '/settings/staff']) {
  test(`a finger can hit every button and field of ${path}`, async ({ page }) => {
    await page.goto(path);
    await settle(page);
    const targets = page.locator('button:visible, select:visible, input:not([type=checkbox]):visible');
    await expect(targets).not.toHaveCount(0);
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      const name = (await target.getAttribute('aria-label')) ?? (await target.textContent());
      expect.soft(Math.min(box?.width ?? 0, box?.height ?? 0), `${name}`).toBeGreaterThanOrEqual(FINGER);
    }
  });
}

test('the colours that a user chose outweigh those of the system', async ({ page }) => {
  await page.goto(`${ALL}/profile`);
  await page.getByRole('button', { name: 'Switch to light colours' }).tap();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  await settle(page);
  await expectAccessible(page);
});
