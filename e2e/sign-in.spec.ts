import type { Page, Route } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';

function heading(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name });
}

function topBar(page: Page) {
  return page.getByRole('banner');
}

/** Clears the session under a form with changes, and meets the dialog. */
async function beginToEdit(page: Page) {
  await page.goto('/customers/cust_123/profile');
  await page.getByLabel('First name').fill('Janet');
  await page.context().clearCookies();
  // Whatever else the page asks may meet the end of the session first, and hide the button.
  await page.getByRole('button', { name: 'Save changes', includeHidden: true }).dispatchEvent('click');
  const dialog = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(dialog).toBeVisible();
  await expect(page.getByText('Jane Smith').filter({ visible: true })).toHaveCount(0);
  return dialog;
}

test.describe('no user is signed in', () => {
  test.use({ startAs: null });

  for (const [role, name, isStaying] of [
    ['Viewer', 'Vic Viewer', false],
    ['Desk', 'Dee Desk', true],
    ['Manager', 'Mo Manager', false],
  ] as const) {
    test(`the demo lets one in as ${role} with one click, back to where one wanted to go`, async ({ page }) => {
      await page.goto('/customers/cust_123/passes');
      await expect(heading(page, 'Sign in to Studio Desk')).toBeVisible();
      await expect(page).toHaveURL(/\/sign-in\?back=/);
      if (isStaying) await page.getByLabel('Stay signed in on this computer').check();
      await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
      await expect(page).toHaveURL(/\/customers\/cust_123\/passes$/);
      const cookie = (await page.context().cookies()).find((one) => one.name === 'desk.session_token');
      // -1: it ends with the browser.
      expect((cookie?.expires ?? 0) > 0).toBe(isStaying);
      await expect(topBar(page).getByText(name)).toBeVisible();
      await expect(topBar(page)).toContainText(`${name}, ${role}`);
    });
  }

  for (const back of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/', 'nonsense']) {
    test(`signing in does not lead to ${back}`, async ({ page }) => {
      await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
      await page.getByRole('button', { name: /^Desk/ }).click();
      await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/customers$/);
    });
  }

  test('an empty form says what is missing and asks nothing', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/Enter an e-mail address/);
    await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/Enter your password/);
  });

  test('a reason that the OpenID provider gives is put into words', async ({ page }) => {
    await page.goto('/sign-in?error=not_invited');
    await expect(page.getByRole('alert')).toContainText('You have not been invited yet');
    await page.goto('/sign-in?error=%3Cscript%3E');
    await expect(page.getByRole('alert')).toContainText('Signing in did not work');
  });

  test.describe('with a wrong password', () => {
    test.use({ ownStack: true, expectedErrors: /status of (400|429)/ });

    test('says so, and after too many how long to wait', async ({ page }) => {
      // Every password is checked as slowly as in earnest.
      test.slow();
      await page.goto('/sign-in');
      const submit = page.getByRole('button', { name: 'Sign in', exact: true });
      await page.getByLabel('E-mail address').fill('stranger@studio.example');
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await page.getByLabel('Password', { exact: true }).fill(`wrong ${attempt}`);
        const answered = page.waitForResponse('**/api/session');
        await submit.click();
        await answered;
        await expect(page.getByRole('alert')).toContainText('Wrong e-mail address or password');
      }
      await submit.click();
      await expect(page.getByRole('alert')).toContainText('Too many attempts');
      await expect(page.getByRole('button', { name: /^Try again in 1[45] min/ })).toBeDisabled();
    });
  });

  for (const path of ['/set-up', '/join', '/new-password']) {
    test(`${path} without its whole link says so`, async ({ page }) => {
      await page.goto(`${path}#abc`);
      await expect(page.getByRole('alert')).toContainText('This is not the whole link');
      await page.getByRole('link', { name: 'Go to sign-in' }).click();
      await expect(heading(page, 'Sign in to Studio Desk')).toBeVisible();
    });
  }

  test.describe('with a link that was never given out', () => {
    test.use({ expectedErrors: /status of 404/ });

    test('the set-up link is refused and leaves the address bar', async ({ page }) => {
      await page.goto(`/set-up#${'a'.repeat(43)}`);
      await expect(page.getByLabel('Your name')).toBeVisible();
      await expect(page).toHaveURL(/\/set-up$/);
      await page.getByLabel('Your name').fill('Nora New');
      await page.getByLabel('E-mail address').fill('unknown@studio.example');
      await page.getByLabel('Password').fill('correct horse battery');
      await page.getByRole('button', { name: 'Set up and sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('used already, or is too old');
    });
  });
});

test('who is signed in does not see the sign-in page', async ({ page }) => {
  await page.goto('/sign-in?back=%2Fsettings%2Faccount');
  await expect(page).toHaveURL(/\/settings\/account$/);
});

test('signing out ends the session, and asks before it drops what was typed', async ({ page }) => {
  await page.goto('/customers/cust_123/profile');
  await page.getByLabel('First name').fill('Janet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('First name')).toHaveValue('Janet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(heading(page, 'Sign in to Studio Desk')).toBeVisible();
  await page.goto('/customers');
  await expect(heading(page, 'Sign in to Studio Desk')).toBeVisible();
});

test.describe('a session that ends under an open page', () => {
  test.use({ ownStack: true, expectedErrors: /status of 401/ });

  test('covers it, and gives it back with what was typed', async ({ page }) => {
    const dialog = await beginToEdit(page);
    await expectAccessibleInBothColours(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: /^Manager/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel('First name')).toHaveValue('Janet');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(heading(page, 'Janet Smith')).toBeVisible();
  });

  test('gives nothing of it to another user', async ({ page }) => {
    const dialog = await beginToEdit(page);
    await dialog.getByRole('button', { name: /^Viewer/ }).click();
    await expect(heading(page, 'Jane S.')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/Smith|Janet|jane@example/);
  });

  test('keeps the keys of the page below to itself', async ({ page }) => {
    const dialog = await beginToEdit(page);
    await dialog.getByRole('button', { name: /^Manager/ }).focus();
    for (const key of ['/', '?', ']', 'Control+k']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/\/profile$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByLabel('First name')).toHaveValue('Janet');
  });

  test('ends by a sign-in in another window too, and what changed meanwhile is there', async ({ page, signInAs }) => {
    await page.goto('/customers/cust_123/profile');
    await expect(page.getByLabel('Last name')).toHaveValue('Smith');
    await page.context().clearCookies();
    const dialog = page.getByRole('dialog', { name: 'You were signed out' });
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(dialog).toBeVisible();
    const held: Route[] = [];
    await page.route('**/api/session', (route) => void held.push(route));
    await signInAs('manager');
    const other = await page.context().newPage();
    await other.goto('/customers/cust_123/profile');
    await other.getByLabel('Last name').fill('Smith-Jones');
    await other.getByRole('button', { name: 'Save changes' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Jane Smith-Jones' })).toBeVisible();
    await page.unroute('**/api/session');
    await Promise.all(held.map((route) => route.continue()));
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel('Last name')).toHaveValue('Smith-Jones');
  });

  test('is noticed by the list, too, which goes on by itself', async ({ page }) => {
    await page.goto('/customers/cust_123/profile');
    await expect(page.getByLabel('First name')).toHaveValue('Jane');
    await page.context().clearCookies();
    // By its place, not by its role: the page may have noticed by itself, and is then out of reach behind the dialog.
    await page.locator('nav[aria-label="Customer"] a', { hasText: 'Videos' }).dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: 'You were signed out' });
    await dialog.getByRole('button', { name: /^Manager/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    await expect(
      page
        .getByRole('main')
        .getByRole('status')
        .filter({ hasText: /videos?/i })
        .first(),
    ).toBeVisible();
  });
});

test.describe('a viewer', () => {
  test.use({ startAs: 'viewer' });

  test('finds people by name, masked', async ({ page }) => {
    await page.goto('/customers');
    await page.getByRole('searchbox').fill('jane');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'Jane S.', exact: true }) })
      .first();
    await expect(row).toContainText('@');
    await expect(page.getByRole('table', { name: 'Customers' })).not.toContainText(/Smith|jane@example\.com/);
  });

  test('sees a profile without any way to edit, write or copy', async ({ page }) => {
    await page.goto('/customers/cust_123/profile');
    const profile = page.getByRole('region', { name: 'Profile' });
    await expect(profile).toContainText('j••••@example.com');
    await expect(profile).toContainText('ask a manager');
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('a[href^="mailto:"], a[href^="tel:"]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Copy (e-mail|mobile)/ })).toHaveCount(0);
  });

  for (const tab of ['notes', 'questionnaires']) {
    test(`is told why there are no ${tab}, and none are asked for`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`/customers/cust_125/${tab}`);
      await expect(page.getByText('Your role does not allow this')).toBeVisible();
      expect(asked).not.toContain(`/api/customers/cust_125/${tab}`);
    });
  }

  test('has no staff to look after, and no history', async ({ page }) => {
    await page.goto('/settings/staff');
    await expect(page.getByText('Your role does not allow this')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText(['Your account']);
    await page.goto('/settings/history');
    await expect(page.getByText('The history is for managers.')).toBeVisible();
  });
});
