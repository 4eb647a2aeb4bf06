import type { APIRequestContext, Page } from '@playwright/test';
import type { Transaction } from '#contract/booking.ts';
import { expect, test } from './fixtures.ts';

const BOOKINGS = '/customers/cust_123/bookings';

/** The printed customer has exactly as many purchases as the printed total says (docs/reservie-api.md, "Bookings"). */
const TOTAL = 42;

interface Answer {
  data: Transaction[];
  total: number;
}

/** What the gateway answers to the same question, asked directly. */
async function ask(request: APIRequestContext, query: Record<string, string>): Promise<Answer> {
  const params = { startDate: '2000-01-01', pageSize: '100', ...query };
  const response = await request.get('/api/customers/cust_123/bookings', { params });
  expect(response.status()).toBe(200);
  return (await response.json()) as Answer;
}

function summary(page: Page) {
  return page.getByRole('region', { name: 'Purchases' }).getByRole('status').first();
}

function purchases(page: Page) {
  return page.getByRole('table', { name: 'Bookings' }).getByRole('rowheader');
}

test('everything ever bought is there, newest first, with how much it is', async ({ page, request }) => {
  const { data, total } = await ask(request, {});
  expect(total).toBe(TOTAL);
  await page.goto('/customers/cust_123');
  await expect(page).toHaveURL(/\/customers\/cust_123\/overview$/);
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Bookings' }).click();
  await expect(page.getByRole('button', { name: 'All time' })).toHaveAttribute('aria-pressed', 'true');
  await expect(summary(page)).toContainText(`${TOTAL} purchases`);
  await expect(purchases(page)).toHaveCount(30);

  const shown = await purchases(page)
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  const newest = data
    .map(({ purchase_date }) => purchase_date)
    .toSorted()
    .toReversed();
  expect(shown).toEqual(newest.slice(0, 30));
});

test('pages follow each other without gap or double, and a page can be linked', async ({ page, request }) => {
  const { data } = await ask(request, {});
  await page.goto(`${BOOKINGS}?size=10`);
  const seen: string[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    await expect(page.getByText(`Page ${number} of 5`)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Bookings' })).toHaveAttribute('aria-busy', 'false');
    const links = await page.getByRole('link', { name: /^Open purchase of/ }).all();
    for (const link of links)
      seen.push(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname.split('/').at(-1) ?? '');
    if (number < 5) await page.getByRole('link', { name: 'Next' }).click();
  }
  expect(seen.toSorted()).toEqual(data.map(({ id }) => id).toSorted());
  await expect(page).toHaveURL(/page=5/);
  await page.reload();
  await expect(page.getByText('Page 5 of 5')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Page 4 of 5')).toBeVisible();
});

test('dates filter by the day of purchase, say so, and are cleared with one click', async ({ page, request }) => {
  await page.goto(BOOKINGS);
  await expect(page.getByText('Filters by the date of purchase, not by the date of the class.')).toBeVisible();
  await page.getByLabel('Bought from').fill('2026-01-15');
  await page.getByLabel('Bought to').fill('2026-01-15');
  await expect(page).toHaveURL(/from=2026-01-15&to=2026-01-15/);
  const { data } = await ask(request, { startDate: '2026-01-15', endDate: '2026-01-15' });
  await expect(purchases(page)).toHaveCount(data.length);
  const row = page.getByRole('row').filter({ hasText: 'Tue 3 Mar 2026, 09:00' });
  await expect(row).toContainText('Monday Yoga');
  await expect(row).toContainText('For John Smith, bought by Jane Smith');
  await expect(row).toContainText('Booked');
  await expect(row).toContainText('£12.00');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/bookings$/);
  await expect(summary(page)).toContainText(`${TOTAL} purchases`);
});

test('a changed filter goes back to the first page', async ({ page }) => {
  await page.goto(`${BOOKINGS}?page=2`);
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'This year' }).click();
  await expect(page.getByRole('button', { name: 'This year' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).not.toHaveURL(/page=/);
});

test('upcoming only asks for classes still to come', async ({ page, request }) => {
  const { data, total } = await ask(request, { futureOnly: 'true' });
  await page.goto(BOOKINGS);
  await page.getByRole('checkbox', { name: 'Upcoming only' }).check();
  await expect(page).toHaveURL(/upcoming=true/);
  if (total === 0) await expect(page.getByText('No upcoming bookings')).toBeVisible();
  else await expect(purchases(page)).toHaveCount(Math.min(30, data.length));
});

test('a page after the last one becomes the last one', async ({ page }) => {
  await page.goto(`${BOOKINGS}?page=99`);
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
});

test('dates that contradict each other say so on the field and ask nothing', async ({ page }) => {
  await page.goto(`${BOOKINGS}?from=2026-05-01&to=2026-04-01`);
  await expect(page.getByLabel('Bought to')).toHaveAccessibleDescription(/on or after/);
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('dates without any purchase explain themselves and lead back', async ({ page }) => {
  await page.goto(`${BOOKINGS}?from=2001-01-01&to=2001-01-02`);
  await expect(page.getByText('No bookings bought in these dates')).toBeVisible();
  await page.getByRole('button', { name: 'Show all bookings' }).click();
  await expect(summary(page)).toContainText(`${TOTAL} purchases`);
});
