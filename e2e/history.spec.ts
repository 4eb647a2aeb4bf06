import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import type { Role } from '#contract/role.ts';
import { expect, expectAccessible, expectAccessibleInBothColours, test } from './fixtures.ts';
import { signInAs } from './sign-in-as.ts';
import type { Stack } from './stack.ts';

const PROFILE = '/api/customers/cust_123/profile';

test.use({ ownStack: true });

function lines(page: Page) {
  return page.getByRole('list', { name: 'History' }).locator(':scope > li');
}

/** No cookies: signing in with the page's own would end the session that the page has. */
const NO_COOKIES = { storageState: { cookies: [], origins: [] } };

/** Another member's day: they look at Jane's profile, and try to change her first name. */
async function act(request: APIRequestContext, { url }: Stack, role: Role, from: string, to: string): Promise<void> {
  await signInAs(request, url, role);
  await request.get(url + PROFILE);
  await request.patch(url + PROFILE, { headers: { origin: url }, data: { firstname: { from, to } } });
}

test.beforeEach(async ({ playwright, stack }) => {
  const request = await playwright.request.newContext(NO_COOKIES);
  await act(request, stack, 'desk', 'Jane', 'Janet');
  await act(request, stack, 'viewer', 'Janet', 'Jill');
  await request.dispose();
});

test('the studio’s history says who did what to whom, and leads there', async ({ page }) => {
  await page.goto('/settings/account');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'History' }).click();
  await expect(page).toHaveURL(/\/settings\/history$/);
  const change = lines(page).filter({ hasText: 'Dee Desk changed the profile of Janet Smith' });
  await expect(change).toContainText('First name: Jane → Janet');
  await expect(change).toContainText(/Saved|Confirmed/);
  await expect(lines(page).filter({ hasText: 'Vic Viewer tried to change the profile of Janet Smith' })).toContainText(
    'Refused',
  );
  await expect(lines(page).filter({ hasText: 'Mo Manager signed in to the demo' })).toHaveCount(1);
  await expectAccessible(page);
  await change.getByRole('link', { name: 'Janet Smith' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Janet Smith' })).toBeVisible();
  await expect(lines(page).filter({ hasText: 'Dee Desk changed the profile,' })).toHaveCount(1);
});

test('filters stand in the address, and the file holds the same', async ({ page }) => {
  await page.goto('/settings/history');
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Dee Desk');
  await expect(lines(page)).toHaveText([/changed the profile/, /looked at the profile/, /signed in to the demo/]);
  await page.getByLabel('Leave out who looked at what').check();
  await expect(lines(page)).toHaveText([/changed the profile/, /signed in to the demo/]);
  await expect(page).toHaveURL(/staff=.+changes=true/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who' })).toHaveValue(/.+/);
  await expect(lines(page)).toHaveCount(2);

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toContain('Dee Desk,desk,updateProfile,cust_123,,firstname,Jane,Janet,done');
  expect(csv).not.toMatch(/Vic Viewer|getProfile/);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/settings\/history$/);
  await expect(lines(page).filter({ hasText: 'Vic Viewer' }).first()).toBeVisible();
  await page.goBack();
  await expect(lines(page)).toHaveCount(2);
});

test('a filter that fits nothing says so, and a mangled address works', async ({ page }) => {
  await page.goto('/settings/history?staff=unknown');
  await expect(page.getByText('Nothing recorded', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(lines(page).filter({ hasText: 'Dee Desk' }).first()).toBeVisible();
  await page.goto('/settings/history?staff={"a":1}&changes=perhaps&page=-1');
  await expect(lines(page).filter({ hasText: 'Dee Desk' }).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('more than fits on a page is paged', async ({ page, stack, playwright }) => {
  const request = await playwright.request.newContext(NO_COOKIES);
  await signInAs(request, stack.url, 'desk');
  for (let look = 0; look < 30; look += 1) await request.get(stack.url + PROFILE);
  await request.dispose();
  await page.goto('/settings/history');
  await expect(page.getByText(/1–30 of 3\d entries/)).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(lines(page).filter({ hasText: 'Dee Desk changed the profile of' })).toBeVisible();
});

test.describe('in trouble', () => {
  test.use({ expectedErrors: /status of 500/ });

  test('says so in its place, and recovers', async ({ page }) => {
    const code = { code: 'internal', message: 'Something went wrong.', requestId: 'r-1' };
    await page.route('**/api/history?*', (route) => route.fulfill({ status: 500, json: code }));
    await page.goto('/settings/history');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Who' })).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(lines(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('every version of a profile is shown when a user asks for it', async ({ page }) => {
  await page.goto('/customers/cust_123/history');
  await expect(page.getByRole('table', { name: 'Versions of the profile' })).toHaveCount(0);
  await page.getByText('Every version of the profile').click();
  const rows = page.getByRole('table', { name: 'Versions of the profile' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveText([/Changed by Dee Desk.*Janet.*Smith/, /As Studio Desk first saw it.*Jane.*Smith/]);
  await expect(rows.first().locator('strong')).toHaveText('Janet');
  await expectAccessibleInBothColours(page);

  // A manager can have it all forgotten, once the last change is confirmed; who did what stays.
  const record = '/api/history?customerId=cust_123&changesOnly=true';
  await expect.poll(async () => (await page.request.get(record)).text()).toContain('"confirmation":"confirmed"');
  await page.getByRole('button', { name: 'Forget this person…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget this person?' });
  await expectAccessibleInBothColours(page);
  await dialog.getByRole('button', { name: 'Forget this person' }).click();
  await expect(dialog).toBeHidden();
  await expect(rows).toHaveText([/Changed by Dee Desk.*\[forgotten\]/, /As Studio Desk first saw it.*\[forgotten\]/]);
  await expect(lines(page).filter({ hasText: 'Dee Desk changed the profile' })).toContainText(
    'First name: [forgotten] → [forgotten]',
  );
  await expect(lines(page).filter({ hasText: 'Mo Manager erased what was kept' })).toHaveCount(1);
});
