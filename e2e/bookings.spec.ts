import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page, Route } from '@playwright/test';
import type { Transaction } from '#contract/booking.ts';
import { expect, expectAccessible, expectAccessibleInBothColours, test } from './fixtures.ts';
import { persona } from './personas.ts';

const BOOKINGS = '/customers/cust_123/bookings';

/** The printed customer has exactly as many purchases as docs/reservie-api.md says, of one booking each. */
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

function table(page: Page) {
  return page.getByRole('table', { name: 'Bookings' });
}

/** One for each booking that is shown. */
function lines(page: Page) {
  return table(page).getByRole('button', { name: /^Details of/ });
}

function summary(page: Page) {
  return page.getByRole('region', { name: 'Bookings' }).getByRole('status').first();
}

function times(page: Page) {
  return table(page)
    .locator('time')
    .evaluateAll((found) => found.map((time) => time.getAttribute('datetime')));
}

async function type(page: Page, field: string, text: string) {
  const dates = page.getByRole('textbox', { name: field });
  await dates.fill(text);
  await dates.press('Enter');
  return dates;
}

/** What the rows say, where they lead, and where they stand. */
function readRows(page: Page) {
  return table(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => {
        const { x, y, width, height } = row.getBoundingClientRect();
        const cells = [...row.children].map((cell) => cell.getBoundingClientRect());
        const links = [...row.querySelectorAll('a')].map(({ pathname, hash }) => pathname + hash);
        const words = row.textContent.replaceAll(/\s+/g, '');
        return { words, links, box: [x, y, width, height, ...cells.map((cell) => cell.x)] };
      }),
    );
}

test.describe('before any script has run', () => {
  // The page is held back for as long as axe looks at its outline.
  test.use({ expectedErrors: /\/profile was preloaded/ });

  test('the first bookings stand there, and stay where they are', async ({ page, request }) => {
    for (const width of [1440, 820, 390]) {
      // The gateway has them at hand.
      for (const tab of ['bookings', 'passes', 'subscriptions', 'appointments/summary', 'notes/count']) {
        await request.get(`/api/customers/cust_123/${tab}`, {
          params:
            tab === 'notes/count' ? {} : { ...(tab === 'bookings' && { startDate: '2000-01-01' }), pageSize: '100' },
        });
      }
      await page.setViewportSize({ width, height: 900 });
      const held: Route[] = [];
      await page.route('**/assets/base-*.js', (route) => void held.push(route));
      await page.goto(BOOKINGS, { waitUntil: 'commit' });
      await expect(page.locator('.outline-bookings tbody tr').last()).toBeVisible();
      await expect(lines(page)).toHaveCount(0);
      await page.evaluate('scrollTo(0, 60)');
      const link = table(page).locator('tbody a').first();
      await link.focus();
      // A screen of them.
      const before = await readRows(page);
      expect(before.filter(({ links }) => links.length > 0)).toHaveLength(10);
      if (width === 1440) await expectAccessible(page);
      for (const route of held) await route.continue();
      await expect(lines(page)).toHaveCount(30);
      await expect(page.getByRole('list', { name: 'Alerts' })).toBeVisible();
      // To half a pixel: the summary above them is not outlined to fractions of one, which depend on what it says.
      const inPlace = before.map((row) => ({ ...row, box: row.box.map((at): unknown => expect.closeTo(at, 0)) }));
      expect((await readRows(page)).slice(0, before.length)).toEqual(inPlace);
      await expect(link).toBeFocused();
      await page.unrouteAll();
    }
  });
});

test('everything ever booked is there by the date of its class, what is coming up first', async ({ page, request }) => {
  const { data, total } = await ask(request, {});
  expect(total).toBe(TOTAL);
  await page.goto(BOOKINGS);
  await expect(page.getByRole('radio', { name: 'Class date' })).toBeChecked();
  await expect(summary(page)).toContainText(`${TOTAL} bookings of classes at any time`);
  await expect(lines(page)).toHaveCount(30);
  await expect(table(page).getByRole('rowheader').first()).toContainText('Coming up');

  const now = new Date().toISOString();
  const all = data.flatMap(({ bookings }) => bookings.map(({ event }) => event.date.datetime)).toSorted();
  const expected = [...all.filter((time) => time > now), ...all.filter((time) => time <= now).toReversed()];
  expect(await times(page)).toEqual(expected.slice(0, 30));
});

test('pages follow each other without gap or double, and a page can be linked', async ({ page, request }) => {
  const { data } = await ask(request, {});
  await page.goto(`${BOOKINGS}?by=purchase&size=10`);
  const seen: (string | null)[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    await expect(page.getByText(`Page ${number} of 5`)).toBeVisible();
    await expect(table(page)).toHaveAttribute('aria-busy', 'false');
    seen.push(...(await times(page)));
    if (number < 5) await page.getByRole('link', { name: 'Next' }).click();
  }
  const newest = data
    .map(({ purchase_date }) => purchase_date)
    .toSorted()
    .toReversed();
  expect(seen).toEqual(newest);
  await page.reload();
  await expect(page.getByText('Page 5 of 5')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Page 4 of 5')).toBeVisible();
});

test('dates are typed, mean the class or the purchase, say so, and are cleared with one click', async ({
  page,
  request,
}) => {
  const held: Route[] = [];
  await page.route('**/assets/filter-chips-*.js', (route) => void held.push(route));
  await page.goto(BOOKINGS);
  const dates = await type(page, 'Class dates', '3/3/26');
  await expect(page).toHaveURL(/from=2026-03-03&to=2026-03-03/);
  await expect(dates).toHaveValue('3 Mar 2026');
  await expect(summary(page)).toContainText('1 booking of classes on 3 Mar 2026');
  const row = table(page).getByRole('row').filter({ hasText: 'Monday Yoga' });
  for (const words of ['Tue 09:00', 'bought 15 Jan', 'John Smith', 'bought by Jane', 'Booked', '£12.00']) {
    await expect(row).toContainText(words);
  }
  // What comes late moves nothing: a click would miss.
  const place = await row.boundingBox();
  for (const route of held) await route.continue();
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  expect(await row.boundingBox()).toEqual(place);
  await row.getByRole('button', { name: /^Details of/ }).click();
  await expect(page).toHaveURL(/open=booking_789/);
  await expect(page.getByRole('article', { name: 'Monday Yoga' })).toContainText('Tue 3 Mar 2026, 09:00');
  await expectAccessibleInBothColours(page);

  await page.getByText('Purchase date').click();
  await type(page, 'Purchase dates', '15 Jan 2026');
  const { data } = await ask(request, { startDate: '2026-01-15', endDate: '2026-01-15' });
  await expect(lines(page)).toHaveCount(data.length);
  await expect(summary(page)).toContainText('bought on 15 Jan 2026');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/bookings\?by=purchase$/);
  await expect(summary(page)).toContainText(`${TOTAL} purchases`);
});

test('what cannot be a date is said at the field, and nothing is filtered by it', async ({ page }) => {
  await page.goto(BOOKINGS);
  const dates = await type(page, 'Class dates', '10/25/26');
  await expect(dates).toHaveAccessibleDescription(/no month 25.*the day first/);
  await expect(page).toHaveURL(/\/bookings$/);
  await expect(summary(page)).toContainText(`${TOTAL} bookings of classes at any time`);
  await page.getByRole('button', { name: 'Choose class dates' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Last month' })).toBeVisible();
  await expectAccessibleInBothColours(page);
});

test('a pause while a date is typed leaves what was typed as it is', async ({ page }) => {
  await page.goto(BOOKINGS);
  const dates = page.getByRole('textbox', { name: 'Class dates' });
  await dates.pressSequentially('3 may');
  await expect(page).toHaveURL(/from=\d{4}-05-03/);
  await dates.pressSequentially(' 2025');
  await dates.press('Enter');
  await expect(dates).toHaveValue('3 May 2025');
  await expect(page).toHaveURL(/from=2025-05-03/);
});

test('filters combine, go one by one, and a changed one goes back to the first page', async ({ page }) => {
  await page.goto(`${BOOKINGS}?page=2`);
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await page.getByRole('button', { name: '+ Filter' }).click();
  await page.getByRole('button', { name: 'Why can’t I see…?' }).click();
  await expect(page.getByRole('textbox', { name: 'Class, or words of its name' })).toBeVisible();
  const why = page.getByRole('region', { name: 'Why can’t I see my booking?' });
  await why.getByRole('textbox', { name: 'Days of the class' }).fill('1 January 2001');
  await why.getByRole('textbox', { name: 'Days of the class' }).press('Enter');
  await expect(why.getByRole('heading', { name: 'What was found' })).toBeVisible();
  await expect(why.getByRole('heading', { name: 'It is there' })).toBeHidden();
  await page.getByLabel('Payment').selectOption('Pass');
  await page.getByLabel('State').selectOption('Cancelled');
  await expect(page).not.toHaveURL(/page=/);
  await expect(summary(page)).toContainText('Cancelled, Pass');
  await expectAccessibleInBothColours(page);
  await page.getByLabel('Group by').selectOption('Weekday');
  await expect(table(page).getByRole('rowheader').first()).toContainText(/day/);
  await page.getByRole('button', { name: 'Remove filter Cancelled' }).click();
  await page.getByRole('button', { name: 'Remove filter Pass' }).click();
  await expect(summary(page)).toContainText(`${TOTAL} bookings`);
  await page.getByRole('button', { name: 'Paid' }).click();
  await expect(table(page).getByRole('columnheader', { name: 'Paid' })).toHaveAttribute('aria-sort', 'ascending');
});

test('900 bookings are gathered, exported as they are filtered, and a page after the last one becomes the last', async ({
  page,
}) => {
  await page.goto(`/customers/${persona.with900Bookings.id}/bookings?page=999`);
  await expect(summary(page)).toContainText('900 bookings');
  await expect(page).toHaveURL(/page=30/);
  await type(page, 'Class dates', 'last month');
  await expect(summary(page)).not.toContainText('900');
  const words = (await summary(page).textContent()) ?? '';
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  const [heading = '', , ...rows] = text.trim().split('\r\n');
  expect(rows).toHaveLength(Number(/^\d+/.exec(words)?.[0]));
  const [, dates = '-'] = /of classes ([^·]*?) ·/.exec(words) ?? [];
  expect(heading).toContain(dates.trim());

  // Paper has no pages of thirty.
  await page.goto(`/customers/${persona.with900Bookings.id}/bookings?state=cancelled`);
  await expect(lines(page)).toHaveCount(30);
  await page.evaluate(() => {
    window.print = () => (document.body.dataset['printed'] = String(document.querySelectorAll('tbody time').length));
  });
  await page.getByRole('button', { name: 'Print' }).click();
  const cancelled = /^\d+/.exec((await summary(page).textContent()) ?? '')?.[0] ?? '';
  await expect(page.locator('body')).toHaveAttribute('data-printed', cancelled);
  await expect(lines(page)).toHaveCount(30);
  await page.emulateMedia({ media: 'print' });
  await expect(summary(page)).toContainText(`${cancelled} bookings of classes at any time, Cancelled`);
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('dates that contradict each other say so and ask nothing', async ({ page }) => {
  await page.goto(`${BOOKINGS}?from=2026-05-01&to=2026-04-01`);
  await expect(page.getByText('The first day is later than the last')).toBeVisible();
  await expect(table(page)).toHaveCount(0);
});

test('dates without any booking explain themselves and lead back', async ({ page }) => {
  await page.goto(`${BOOKINGS}?from=2001-01-01&to=2001-01-02`);
  await expect(page.getByText('No bookings match these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Show all bookings' }).click();
  await expect(summary(page)).toContainText(`${TOTAL} bookings`);
});
