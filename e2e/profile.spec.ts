import type { Page, Route } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';

const JANE = 'cust_123';
const PROFILE = `/customers/${JANE}/profile`;

/** Another user's change in Reservie, right before the profile is read. */
const EDITED = { endpoint: 'getProfile', kind: 'edit-customer', when: 'before', customerId: JANE } as const;

function save(page: Page) {
  return page.getByRole('button', { name: 'Save changes' });
}

function saved(page: Page) {
  return page.getByRole('status').filter({ hasText: /^(?:Saved|Confirmed)$/ });
}

function heading(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name });
}

test.use({ ownStack: true });

test('an edit is seen in the header, in the list and after a reload', async ({ page }) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') writes.push(request.postData() ?? '');
  });
  await page.goto(PROFILE);
  await page.getByLabel('Last name').fill('\u200BSmith‑Jones, ');
  await save(page).dblclick();
  await expect(saved(page)).toBeVisible();
  expect(writes).toEqual([JSON.stringify({ lastname: { from: 'Smith', to: 'Smith-Jones' } })]);
  await expect(heading(page, 'Jane Smith-Jones')).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('searchbox').fill('smith-jones');
  await expect(page.getByRole('row').filter({ hasText: 'Jane Smith-Jones' })).toBeVisible();

  await page.goto(PROFILE);
  await expect(page.getByLabel('Last name')).toHaveValue('Smith-Jones');
});

test('what is typed before the form has loaded is kept, with the caret where it was', async ({ page }) => {
  const held: Route[] = [];
  await page.route(/\/assets\/profile-form.*js$/, (route) => void held.push(route));
  await page.goto(PROFILE);
  const email = page.getByRole('textbox', { name: 'E-mail address' });
  await email.click();
  await email.press('Home');
  await page.keyboard.type('ab');
  await Promise.all(held.map((route) => route.continue()));
  // The fields that were there at once do not say it.
  await expect(page.getByText('This is how the customer signs in')).toBeVisible();
  await expect(email).toBeFocused();
  await page.keyboard.type('c');
  await expect(email).toHaveValue('abcjane@example.com');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(email).toHaveValue('jane@example.com');
});

test('before the form has loaded, leaving asks and saving waits for it', async ({ page }) => {
  const held: Route[] = [];
  await page.route(/\/assets\/profile-form.*js$/, (route) => void held.push(route));
  await page.goto(PROFILE);
  const name = page.getByLabel('First name');
  await name.fill('Janet');
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await name.press('Enter');
  await Promise.all(held.map((route) => route.continue()));
  await expect(saved(page)).toBeVisible();
  await expect(heading(page, 'Janet Smith')).toBeVisible();
});

test('a save that waits for the form is not forgotten over the question before leaving', async ({ page }) => {
  const held: Route[] = [];
  await page.route(/\/assets\/profile-form.*js$/, (route) => void held.push(route));
  await page.goto(PROFILE);
  await page.getByLabel('First name').fill('Janet');
  await page.getByLabel('First name').press('Enter');
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).click();
  const stay = page.getByRole('button', { name: 'Stay here' });
  await expect(stay).toBeFocused();
  const loaded = page.waitForEvent('requestfinished', (request) => request.url().includes('/assets/profile-form'));
  await Promise.all(held.map((route) => route.continue()));
  await loaded;
  await stay.click();
  await expect(saved(page)).toBeVisible();
});

test.describe('a save for which the form could not be fetched', () => {
  test.use({ expectedErrors: /ERR_FAILED|dynamically imported module/ });

  test('says so, and is not made later by itself', async ({ page }) => {
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') writes.push(request.url());
    });
    await page.route(/\/assets\/profile-form.*js$/, (route) => route.abort());
    await page.goto(PROFILE);
    await page.getByLabel('First name').fill('Janet');
    await save(page).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute(/\/assets\/profile-form.*js$/);
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('half@');
    // Only the loaded form says it.
    await expect(page.getByText('This is how the customer signs in')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Not saved yet' })).toBeVisible();
    await expect(page.getByText('Enter an e-mail address')).toBeHidden();
    expect(writes).toEqual([]);
  });
});

test.describe('the question before leaving', () => {
  test.use({ expectedErrors: /ERR_FAILED|dynamically imported module/ });

  test('is asked, also when the form loads just before it, and without its dialog', async ({ page }) => {
    const forms: Route[] = [];
    const questions: Route[] = [];
    await page.route(/\/assets\/profile-form.*js$/, (route) => void forms.push(route));
    await page.route(/\/assets\/modal-dialog.*js$/, (route) => void questions.push(route));
    await page.goto(PROFILE);
    await page.getByLabel('First name').fill('Janet');
    const notes = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' });
    await notes.press('Enter');
    await expect.poll(() => questions.length).toBeGreaterThan(0);
    await Promise.all(forms.map((route) => route.continue()));
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('janet@example.com');
    // Only the loaded form says it.
    await expect(page.getByText('This is how the customer signs in')).toBeVisible();
    await Promise.all(questions.map((route) => route.abort()));
    await page.getByRole('button', { name: 'Stay here' }).press('Escape');
    await expect(page.getByLabel('First name')).toHaveValue('Janet');
    await notes.press('Enter');
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page).toHaveURL(/\/notes$/);
  });
});

test('what is wrong is said on its field, and nothing is sent', async ({ page }) => {
  await page.goto(PROFILE);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('jane at example');
  await page.getByLabel('First name').fill('');
  await save(page).click();
  await expect(page.getByLabel('First name')).toHaveAccessibleDescription(/Enter a name/);
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveAccessibleDescription(
    /Enter an e-mail address/,
  );
  await expect(page.getByLabel('First name')).toBeFocused();
  await page.goto('about:blank');
  await page.goto(PROFILE);
  await expect(page.getByLabel('First name')).toHaveValue('Jane');
});

test.describe('an address that another customer has', () => {
  test.use({ expectedErrors: /status of 400/ });

  test('is refused on the field it belongs to', async ({ page }) => {
    await page.goto(PROFILE);
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('john@example.com');
    await save(page).click();
    await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveAccessibleDescription(
      /Another customer already signs in/,
    );
    await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('john@example.com');
    // Said once.
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('or one that was wrong before is named on its field, and mended with one click', async ({ page, stack }) => {
    const email = page.getByRole('textbox', { name: 'E-mail address' });
    const changes = { email: 'jane@@example.com' };
    stack.sandbox.faults.add({ ...EDITED, changes });
    await page.goto(PROFILE);
    await expect(email).toHaveValue('jane@@example.com');
    await page.getByLabel('First name').fill('Janet');
    await save(page).click();
    await expect(email).toHaveAccessibleDescription(/which was here before your change/);
    await expect(email).toBeFocused();
    stack.sandbox.faults.clear();
    await page.getByRole('button', { name: 'Use jane@example.com instead' }).click();
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    await expect(email).toHaveValue('jane@example.com');
  });
});

test('an untouched mobile keeps what another user made of it meanwhile', async ({ page, stack }) => {
  await page.goto(PROFILE);
  await expect(page.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('07700900123');
  const changes = { mobile: '07700 900777' };
  stack.sandbox.faults.add({ ...EDITED, count: 1, changes });
  await page.getByLabel('First name').fill('Janet');
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('07700 900777');
  await expect(page.getByLabel('First name')).toHaveValue('Janet');
});

test.describe('a field that another user changed meanwhile', () => {
  test.use({ expectedErrors: /status of 409/ });

  test('shows what it says now, keeps what was typed, and can then be saved knowingly', async ({ page, stack }) => {
    await page.goto(PROFILE);
    await page.getByLabel('First name').fill('Janet');
    const changes = { firstname: 'Janine' };
    stack.sandbox.faults.add({ ...EDITED, count: 1, changes });
    await save(page).click();
    await expect(page.getByLabel('First name')).toHaveAccessibleDescription(/Janine/);
    await expect(page.getByText('Save again to replace')).toBeVisible();
    await expectAccessibleInBothColours(page);
    await expect(page.getByLabel('First name')).toHaveValue('Janet');
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    await expect(heading(page, 'Janet Smith')).toBeVisible();
  });
});

test('a mobile number is removed only when that is said aloud', async ({ page }) => {
  await page.goto(PROFILE);
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('');
  await save(page).click();
  await expect(page.getByRole('textbox', { name: 'Mobile number' })).toHaveAccessibleDescription(
    /Remove the mobile number/,
  );
  await page.getByRole('checkbox', { name: /Remove the mobile number/ }).check();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('');
});

test('what is typed while a save is under way is kept', async ({ page, stack }) => {
  await page.goto(PROFILE);
  stack.sandbox.faults.add({ endpoint: 'updateProfile', kind: 'latency', ms: 1_000 });
  await page.getByLabel('First name').fill('Janet');
  await save(page).click();
  await expect(page.getByRole('form', { name: 'Profile' })).toHaveAttribute('aria-busy', 'true');
  await page.getByLabel('Last name').fill('Smithers');
  await expect(heading(page, 'Janet Smith')).toBeVisible();
  await expect(page.getByLabel('Last name')).toHaveValue('Smithers');
  await expect(page.getByText('Not saved yet')).toBeVisible();
});

test.describe('a write whose answer is lost', () => {
  test.use({ expectedErrors: /status of 50\d/ });

  test('is found to have been done, and counts as saved', async ({ page, stack }) => {
    await page.goto(PROFILE);
    stack.sandbox.faults.add({ endpoint: 'updateProfile', kind: 'reset', when: 'after', count: 1 });
    await page.getByLabel('First name').fill('Janet');
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    await expect(heading(page, 'Janet Smith')).toBeVisible();
  });

  test('or not done, keeps what was typed and says so', async ({ page, stack }) => {
    await page.goto(PROFILE);
    stack.sandbox.faults.add({ endpoint: 'updateProfile', kind: 'reset', when: 'before' });
    await page.getByLabel('First name').fill('Janet');
    await save(page).click();
    await expect(page.getByRole('alert')).toContainText('Reservie cannot be reached');
    await expect(page.getByLabel('First name')).toHaveValue('Janet');
    stack.sandbox.faults.clear();
    await save(page).click();
    await expect(saved(page)).toBeVisible();
  });
});

test('leaving with unsaved changes asks first', async ({ page }) => {
  await page.goto(PROFILE);
  await page.getByLabel('First name').fill('Janet');
  const toBookings = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Bookings' });
  await toBookings.click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('First name')).toHaveValue('Janet');
  await toBookings.click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL(/\/bookings/);
  await expect(heading(page, 'Jane Smith')).toBeVisible();
});
