import { expect, test } from './fixtures.ts';

test.use({ colorScheme: 'dark' });

test('what is printed out of the dark is dark on white, without what only a screen needs', async ({ page }) => {
  await page.goto('/customers/cust_123/bookings');
  await expect(page.getByRole('table', { name: 'Bookings' })).toBeVisible();
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { backgroundColor, color };
    });
  const onScreen = await colours();
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      document.body.dataset['printed'] = JSON.stringify({ backgroundColor, color });
    });
  });
  await page.pdf();
  const printed = await page.locator('body').getAttribute('data-printed');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(colours).toEqual(JSON.parse(printed ?? '{}'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colours).toEqual(onScreen);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: 'Jane Smith' })).toBeVisible();
  await expect(page.getByText('of classes at any time')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy e-mail address' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Customers' })).toBeHidden();
});
