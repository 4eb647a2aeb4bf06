import { expect, expectAccessible, test } from './fixtures.ts';

test.use({ ownStack: true, mode: 'live', startAs: null });

test('the first manager of a real studio comes by the link on the console, later by password', async ({
  page,
  stack,
}) => {
  await page.goto((await stack.makeSetUpLink()) ?? '');
  await expect(page).toHaveURL(/\/set-up$/);
  const form = page.getByRole('form', { name: 'Set up Studio Desk' });
  await form.getByLabel('Your name').fill('Mia Morgan');
  await form.getByLabel('E-mail address').fill('mia@studio.example');
  await form.getByLabel('Password').fill('correct horse battery');
  await form.getByRole('button', { name: 'Set up and sign in' }).click();

  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByText('Mia Morgan')).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.getByText('Demo data')).toBeHidden();
  expect(await stack.makeSetUpLink()).toBeUndefined();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Manager' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('mia@studio.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Mia Morgan')).toBeVisible();
});
