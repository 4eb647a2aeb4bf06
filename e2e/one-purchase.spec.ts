import { expect, test } from './fixtures.ts';

const PURCHASE = '/customers/cust_123/bookings/txn_456';

test('a link opens one purchase with everything Reservie says of it', async ({ page }) => {
  await page.goto(PURCHASE);
  await expect(page.getByRole('heading', { level: 1, name: 'Jane Smith' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Bought Thu 15 Jan 2026, 10:30');
  const booking = page.getByRole('article', { name: 'Monday Yoga' });
  await expect(booking).toContainText('Tue 3 Mar 2026, 09:00');
  await expect(booking.getByText('£12.00')).toHaveCount(2);
  await expect(booking).toContainText('booking_789');
  await expect(booking.getByRole('link', { name: 'John Smith' })).toHaveAttribute(
    'href',
    '/customers/cust_456/bookings',
  );
});

test('from the list into a purchase and back, with the filter as it was', async ({ page }) => {
  await page.goto('/customers/cust_123/bookings?from=2026-03-03&to=2026-03-03');
  await page.getByRole('link', { name: 'Monday Yoga' }).click();
  await expect(page).toHaveURL(/\/bookings\/txn_456\?.*#booking_789$/);
  await expect(page.getByRole('article', { name: 'Monday Yoga' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to bookings' }).click();
  await expect(page.getByRole('textbox', { name: 'Class dates' })).toHaveValue('3 Mar 2026');
  await expect(page.getByRole('link', { name: 'Monday Yoga' })).toBeVisible();
});

test('the person a class was bought for is one click away', async ({ page }) => {
  await page.goto(PURCHASE);
  await page.getByRole('link', { name: 'John Smith' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'John Smith' })).toBeVisible();
});

test.describe('a purchase that is not there', () => {
  test.use({ expectedErrors: /status of 404/ });

  for (const id of ['txn_999999999', 'booking_789', 'nonsense']) {
    test(`${id} says so below the customer’s name, and leads on`, async ({ page }) => {
      await page.goto(`/customers/cust_123/bookings/${id}`);
      await expect(page.getByText('No such purchase for this customer')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: 'Jane Smith' })).toBeVisible();
      await page.getByRole('link', { name: 'All bookings of this customer' }).click();
      await expect(page.getByRole('table', { name: 'Bookings' })).toBeVisible();
    });
  }

  test('another customer’s purchase is not shown', async ({ page, request }) => {
    const answer = await request.get('/api/customers/cust_104/bookings?startDate=2000-01-01');
    const [other] = ((await answer.json()) as { data: { id: string }[] }).data;
    await page.goto(`/customers/cust_123/bookings/${other?.id ?? 'txn_1'}`);
    await expect(page.getByText('No such purchase for this customer')).toBeVisible();
  });
});
