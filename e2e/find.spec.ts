import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { persona } from './personas.ts';

function found(page: Page) {
  return page.getByRole('table', { name: 'Customers' }).getByRole('rowgroup').last().getByRole('row');
}

function count(page: Page) {
  return page.getByRole('status').filter({ hasText: /customers?$/ });
}

async function search(page: Page, text: string) {
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(text);
}

test('all customers are there, with counts of active and archived', async ({ page, request }) => {
  const answer = await request.get('/api/customers');
  const { data } = (await answer.json()) as { data: { archived: boolean }[] };
  const archived = data.filter((customer) => customer.archived).length;
  const words = new Intl.NumberFormat('en-GB');
  await page.goto('/');
  await expect(page).toHaveURL(/\/customers$/);
  await expect(count(page)).toBeVisible();
  const status = page.getByRole('radiogroup', { name: 'Status' });
  await expect(status.getByRole('radio', { name: `All ${words.format(data.length)}` })).toHaveCount(1);
  await expect(status.getByRole('radio', { name: `Archived ${words.format(archived)}` })).toHaveCount(1);
  await status.getByText(/^Archived/).click();
  await expect(page).toHaveURL(/status=archived/);
  await expect(count(page)).toContainText(`${words.format(archived)} of ${words.format(data.length)} customers`);
  const table = page.getByRole('table', { name: 'Customers' });
  await expect(table).toHaveAttribute('aria-rowcount', String(archived + 1));
  await expect(table.getByRole('columnheader')).toHaveText([/^Select all/, /^Name/, 'E-mail', 'Mobile', 'Status']);
});

for (const [how, text, name, why] of [
  ['first and last name', 'jane smith', 'Jane Smith', undefined],
  ['last name first', 'smith jane', 'Jane Smith', undefined],
  ['the beginnings of both', 'ja smi', 'Jane Smith', undefined],
  ['e-mail address', 'jane@example.com', 'Jane Smith', 'matched on e-mail'],
  ['mobile as written', '07700 900123', 'Jane Smith', 'matched on mobile'],
  ['mobile with the country code', '+447700900123', 'Jane Smith', 'matched on mobile'],
  ['the end of the mobile', '900123', 'Jane Smith', 'matched on mobile'],
  ['id', 'cust_123', 'Jane Smith', 'matched on id'],
  ['one letter wrong', 'quilfeather', persona.oneCreditLeft.name, 'similar spelling'],
  ['a name in Arabic', 'ليلى', persona.emojiAndRtlName.name, undefined],
] as const) {
  test(`finds a customer by ${how}`, async ({ page }) => {
    await page.goto('/customers');
    await search(page, text);
    const row = found(page).filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(row).toBeVisible();
    if (why !== undefined) await expect(row).toContainText(why);
  });
}

test('accents may be left out, and may be typed where there are none', async ({ page, request }) => {
  const answer = await request.get('/api/customers');
  const { data } = (await answer.json()) as { data: { firstname: string; lastname: string; archived: boolean }[] };
  const accented = data.find(({ firstname, archived }) => /[çéèöü]/.test(firstname) && !archived);
  expect(accented).toBeDefined();
  const { firstname = '', lastname = '' } = accented ?? {};
  const plain = firstname.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  await page.goto('/customers');
  await search(page, `${plain} ${lastname}`);
  await expect(
    found(page)
      .filter({ hasText: `${firstname} ${lastname}` })
      .first(),
  ).toBeVisible();
  await search(page, 'Jáne Smïth');
  await expect(found(page).filter({ hasText: 'jane@example.com' })).toBeVisible();
});

test('the search is in the address, and a number in it stays text', async ({ page }) => {
  await page.goto('/customers?q=900123');
  await expect(page.getByRole('searchbox')).toHaveValue('900123');
  await expect(found(page).filter({ hasText: 'Jane Smith' })).toBeVisible();
  await search(page, 'okonjo');
  await expect(page).toHaveURL(/q=okonjo/);
  await page.reload();
  await expect(found(page)).toHaveCount(1);
  await expect(found(page)).toContainText(persona.subscriptionPaymentFailed.name);
  await expect(count(page)).toHaveText(/^1 of [\d,]+ customers$/);
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-rowcount', '2');
  await expect(found(page)).toHaveAttribute('aria-rowindex', '2');
  const message = `okonjo ${'called about the class '.repeat(12)}`;
  await search(page, message);
  // Assistive technology chooses without moving the focus, and before typing rests.
  await page.getByRole('radio', { name: /^All/ }).dispatchEvent('click');
  await expect(page).toHaveURL(/q=okonjo.*status=all/);
  await expect(page.getByRole('searchbox')).toHaveValue(message);
});

test('an archived customer is found where the search says so', async ({ page }) => {
  await page.goto('/customers');
  await search(page, 'gloria pastwell');
  await expect(found(page).getByRole('link', { name: persona.archived.name })).toHaveCount(0);
  await page.getByRole('button', { name: /Search all/ }).click();
  const row = found(page).filter({ hasText: persona.archived.name });
  await expect(row).toContainText('Archived');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: persona.archived.name })).toBeVisible();
  await expect(page.getByRole('main').getByText('Archived', { exact: true })).toBeVisible();
});

test('a search without results says what to try instead', async ({ page }) => {
  await page.goto('/customers');
  await search(page, 'zzzzqqqq');
  await expect(page.getByText('No customers match “zzzzqqqq”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).last().click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(found(page).first()).toBeVisible();
});

test('columns sort both ways, and the order is in the address', async ({ page }) => {
  await page.goto('/customers');
  const header = page.getByRole('columnheader', { name: 'E-mail' });
  await header.getByRole('button').press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const first = found(page).first();
  await expect(first).toContainText('@');
  const lowest = await first.textContent();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(first).not.toHaveText(lowest ?? '');
  await page.reload();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
});

test('a list that is sorted before it has arrived keeps its table, and the focus in it', async ({ page }) => {
  const held: Route[] = [];
  await page.route('**/api/customers/columns*', (route) => void held.push(route));
  await page.goto('/customers');
  const header = page.getByRole('columnheader', { name: 'E-mail' });
  const sort = header.getByRole('button');
  await sort.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(sort).toBeFocused();
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'true');
  for (const route of held) await route.continue();
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false');
  await expect(sort).toBeFocused();
});

test('coming back finds the list as it was left', async ({ page }) => {
  await page.goto('/customers?q=thackeray');
  const link = page.getByRole('main').getByRole('link', { name: persona.booksForThreeChildren.name });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: persona.booksForThreeChildren.name })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '← 4 found for “thackeray”' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('thackeray');
  await expect(link).toBeFocused();
});

test('a booking bought five months ago for next week is visible by default', async ({ page }) => {
  await page.goto('/customers');
  await search(page, 'farthingale');
  await found(page).getByRole('link', { name: persona.boughtFiveMonthsAgoForNextWeek.name }).click();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Bookings' }).click();
  const table = page.getByRole('table', { name: 'Bookings' });
  const row = table.getByRole('row').filter({ hasText: 'Saturday Flow' });
  await expect(row).toContainText('Booked');
  await expect(table.getByRole('rowheader', { name: 'Coming up' })).toBeVisible();
  await page.getByText('Purchase date').click();
  await expect(table.getByRole('columnheader', { name: 'Bought' })).toBeVisible();
  const bought = await row.locator('time').getAttribute('datetime');
  const monthsAgo = (Date.now() - Date.parse(`${bought}Z`)) / (30 * 86_400_000);
  expect(monthsAgo).toBeGreaterThan(4);
  const dates = page.getByRole('textbox', { name: 'Purchase dates' });
  await dates.fill('last 3 months');
  await dates.press('Enter');
  await expect(page.getByText('No bookings match these filters')).toBeVisible();
});
