import { expect, expectAccessible, expectAccessibleInBothColours, test } from './fixtures.ts';
import {
  EMAIL,
  NEW_PASSWORD,
  chooseNewPassword,
  enrolApp,
  invite,
  join,
  linkForNora,
  openAnotherBrowser,
  row,
  signIn,
  signOut,
  turnOn,
} from './nora.ts';
import { PASSWORD } from './sign-in-as.ts';
import { totp } from './totp.ts';

test.use({ ownStack: true });

// Every password is hashed as slowly as in earnest.
test.slow();

test.describe('an invitation', () => {
  test.use({ expectedErrors: /status of (400|404)/ });

  test('lets a new colleague join once, who then signs in with a password', async ({ page, browser, stack }) => {
    const link = await invite(page, 'desk');
    await expect(page.getByRole('table', { name: 'Open invitations' })).toContainText(EMAIL);
    await expectAccessibleInBothColours(page);
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, link);
    await signOut(nora);
    await signIn(nora, 'not her password');
    await expect(nora.getByRole('alert')).toContainText('Wrong e-mail address or password');
    await signIn(nora);
    await expect(nora.getByRole('banner')).toContainText('Nora New');

    await page.reload();
    await expect(row(page, 'Nora New')).toContainText(EMAIL);
    await expect(page.getByRole('table', { name: 'Open invitations' })).toHaveCount(0);
    await signOut(nora);
    await nora.goto(link);
    await nora.getByLabel('Your name').fill('Another Name');
    await nora.getByLabel('Password').fill(PASSWORD);
    await nora.getByRole('button', { name: 'Join and sign in' }).click();
    await expect(nora.getByRole('alert')).toContainText('used already, or is too old');
    await nora.context().close();
  });

  test('can be withdrawn', async ({ page, browser, stack }) => {
    const link = await invite(page, 'viewer');
    await page.getByRole('button', { name: `Withdraw the invitation of ${EMAIL}` }).click();
    await expect(page.getByRole('table', { name: 'Open invitations' })).toHaveCount(0);
    const nora = await openAnotherBrowser(browser, stack.url);
    await nora.goto(link);
    await nora.getByLabel('Your name').fill('Nora New');
    await nora.getByLabel('Password').fill(PASSWORD);
    await nora.getByRole('button', { name: 'Join and sign in' }).click();
    await expect(nora.getByRole('alert')).toContainText('used already, or is too old');
    await nora.context().close();
  });

  test('is refused on its field for an address that works here already', async ({ page }) => {
    await page.goto('/settings/staff');
    await page.getByLabel('E-mail address').fill('desk@demo.invalid');
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/already/);
  });
});

test('the only manager stays one; with a second one the first can step down', async ({ page }) => {
  await page.goto('/settings/staff');
  await expect(row(page, 'Mo Manager')).toContainText('The only manager');
  await expect(row(page, 'Mo Manager').getByRole('combobox')).toHaveCount(0);
  await page.getByLabel('Role of Dee Desk').selectOption('manager');
  await row(page, 'Dee Desk').getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Dee Desk').getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.getByLabel('Role of Mo Manager').selectOption('viewer');
  await row(page, 'Mo Manager').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your role does not allow this')).toBeVisible();
});

test.describe('a disabled member of staff', () => {
  test.use({ expectedErrors: /status of 40[13]/ });

  test('is out at once, and back when enabled', async ({ page, browser, stack }) => {
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, await invite(page, 'desk'));
    await page.reload();
    await row(page, 'Nora New').getByRole('button', { name: 'Disable Nora New' }).click();
    await expect(row(page, 'Nora New')).toContainText('Disabled');
    await nora.goto('/customers');
    await expect(nora.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
    await signIn(nora);
    await expect(nora.getByRole('alert')).toContainText('This account is disabled');
    await row(page, 'Nora New').getByRole('button', { name: 'Enable Nora New' }).click();
    await expect(row(page, 'Nora New')).not.toContainText('Disabled');
    await signIn(nora);
    await expect(nora.getByRole('banner')).toContainText('Nora New');
    await nora.context().close();
  });
});

test.describe('a member of staff who cannot sign in any more', () => {
  test.use({ expectedErrors: /status of 40[14]/ });

  test('chooses a new password with a link from a manager, once', async ({ page, browser, stack }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, await invite(page, 'desk'));
    const link = await linkForNora(page, { isPhoneLost: false });

    const elsewhere = await openAnotherBrowser(browser, stack.url);
    await chooseNewPassword(elsewhere, link);
    await expect(elsewhere).toHaveURL(/\/sign-in$/);
    await expect(elsewhere.getByText('Your new password is set. Sign in with it.')).toBeVisible();
    await elsewhere.getByLabel('E-mail address').fill(EMAIL);
    await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(elsewhere.getByRole('alert')).toContainText('Wrong e-mail address or password');
    await elsewhere.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(elsewhere.getByRole('banner')).toContainText('Nora New');

    await nora.goto('/customers');
    await expect(nora.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
    await chooseNewPassword(nora, link);
    await expect(nora.getByRole('alert')).toContainText('used already, or is too old');
    await expect(nora.getByRole('alert')).toContainText('ask a manager for another link');
    await elsewhere.context().close();
    await nora.context().close();
  });

  test('keeps two-factor sign-in, unless the manager says that the phone is lost', async ({ page, browser, stack }) => {
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, await invite(page, 'desk'));
    await enrolApp(nora);
    const isSet = nora.getByText('Your new password is set. Sign in with it.');
    await chooseNewPassword(nora, await linkForNora(page, { isPhoneLost: false }));
    await expect(isSet).toBeVisible();
    await signIn(nora, NEW_PASSWORD);
    await expect(nora.getByRole('textbox', { name: 'Code' })).toBeVisible();
    await expectAccessibleInBothColours(nora);

    await chooseNewPassword(nora, await linkForNora(page, { isPhoneLost: true }));
    await expect(isSet).toBeVisible();
    await signIn(nora, NEW_PASSWORD);
    await expect(nora.getByRole('banner')).toContainText('Nora New');
    await page.reload();
    await expect(row(page, 'Nora New').getByRole('cell', { name: 'Off', exact: true })).toBeVisible();

    // Once her role needs one, her next sign-in leads nowhere else.
    const needed = page.getByRole('form', { name: 'Who needs two-factor sign-in' });
    await needed.getByLabel('Desk').check();
    await needed.getByRole('button', { name: 'Save' }).click();
    await expect(needed.getByText('Saved')).toBeVisible();
    await expect(needed.getByLabel('Desk')).toBeChecked();
    await expect(row(page, 'Nora New')).toContainText('Needed, not on yet');
    await signOut(nora);
    await signIn(nora, NEW_PASSWORD);
    await expect(nora.getByRole('heading', { level: 1, name: 'Turn on two-factor sign-in' })).toBeVisible();
    await expectAccessible(nora);
    await nora.goto('/customers/cust_123/passes');
    await expect(nora).toHaveURL(/\/two-factor\?back=/);
    await turnOn(nora.getByRole('main'), NEW_PASSWORD);
    await expect(nora).toHaveURL(/\/customers\/cust_123\/passes$/);
    await expect(nora.getByRole('banner')).toContainText('Nora New');
    await nora.context().close();
  });
});

test('who has no password is not offered one', async ({ page }) => {
  await page.goto('/settings/staff');
  await expect(row(page, 'Dee Desk').getByRole('button', { name: 'Disable Dee Desk' })).toBeVisible();
  await expect(page.getByRole('button', { name: /New password/ })).toHaveCount(0);
  await page.goto('/settings/account');
  await expect(page.getByRole('region', { name: 'Password' })).toContainText('You sign in without a password');
  await expect(page.getByLabel(/password/i)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign out everywhere' })).toBeVisible();
});

test.describe('one’s own account', () => {
  test.use({ expectedErrors: /status of 40[01]/ });

  test('two factors: a wrong code, the right one, a backup code, and off again', async ({ page, browser, stack }) => {
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, await invite(page, 'desk'));
    await nora.goto('/settings');
    const section = nora.getByRole('region', { name: 'Two-factor sign-in' });
    await section.getByLabel('Your password').fill('not this one');
    await section.getByRole('button', { name: 'Turn on' }).click();
    await expect(section.getByLabel('Your password')).toHaveAccessibleDescription(/isn’t right/);
    await section.getByLabel('Your password').fill(PASSWORD);
    await section.getByRole('button', { name: 'Turn on' }).click();
    await expect(section.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    const secret = ((await section.getByText(/^Key:/).textContent()) ?? '').replace(/^Key:|\s|Copied/g, '');
    const [backupCode = ''] = await section
      .getByRole('list', { name: 'Backup codes' })
      .getByRole('listitem')
      .allTextContents();
    await section.getByLabel('Code that the app shows now').fill('000000');
    await section.getByRole('button', { name: 'Turn on' }).click();
    await expect(section.getByLabel('Code that the app shows now')).toHaveAccessibleDescription(/isn’t right/);
    await expectAccessibleInBothColours(nora);
    await section.getByLabel('Code that the app shows now').fill(totp(secret, Date.now()));
    await section.getByRole('button', { name: 'Turn on' }).click();
    await expect(section.getByText('On', { exact: true })).toBeVisible();

    await signOut(nora);
    await signIn(nora);
    await nora.getByRole('textbox', { name: 'Code' }).fill(totp(secret, Date.now() + 30_000));
    await nora.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(nora.getByRole('banner')).toContainText('Nora New');
    await signOut(nora);
    await signIn(nora);
    await nora.getByRole('textbox', { name: 'Code' }).fill(backupCode);
    await nora.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(nora.getByRole('banner')).toContainText('Nora New');

    await nora.goto('/settings');
    await section.getByLabel('Your password').fill(PASSWORD);
    await section.getByRole('button', { name: 'Turn off' }).click();
    await expect(section.getByText('Off', { exact: true })).toBeVisible();
    await nora.context().close();
  });

  test('a changed password, and signing out everywhere', async ({ page, browser, stack }) => {
    const nora = await openAnotherBrowser(browser, stack.url);
    await join(nora, await invite(page, 'desk'));
    const elsewhere = await openAnotherBrowser(browser, stack.url);
    await signIn(elsewhere);
    await expect(elsewhere.getByRole('banner')).toContainText('Nora New');

    await nora.goto('/settings');
    await nora.getByLabel('Current password').fill(PASSWORD);
    await nora.getByLabel('New password').fill(NEW_PASSWORD);
    await nora.getByRole('button', { name: 'Change password' }).click();
    await expect(nora.getByText('Changed. Your other devices are signed out.')).toBeVisible();
    await elsewhere.goto('/customers');
    await signIn(elsewhere, NEW_PASSWORD);
    await expect(elsewhere.getByRole('banner')).toContainText('Nora New');

    await nora.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(nora.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
    await elsewhere.goto('/customers');
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
    await elsewhere.context().close();
    await nora.context().close();
  });
});
