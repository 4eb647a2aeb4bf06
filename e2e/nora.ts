import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { PASSWORD } from './sign-in-as.ts';
import { totp } from './totp.ts';

export const EMAIL = 'nora@studio.example';
export const NEW_PASSWORD = 'another horse battery';

export function row(page: Page, name: string) {
  return page.getByRole('table', { name: 'Members of staff' }).getByRole('row').filter({ hasText: name });
}

/** As a manager: makes a link for Nora. */
export async function invite(page: Page, role: string): Promise<string> {
  await page.goto('/settings/staff');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  const link = await page.getByText(/\/join#/).textContent();
  return link ?? '';
}

export async function openAnotherBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  return context.newPage();
}

/** Opens the link as Nora; she is signed in then. */
export async function join(page: Page, link: string) {
  await page.goto(link);
  await expect(page.getByLabel('Your name')).toBeVisible();
  await expect(page).toHaveURL(/\/join$/);
  await page.getByLabel('Your name').fill('Nora New');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(page.getByRole('banner')).toContainText('Nora New');
}

export async function signIn(page: Page, password = PASSWORD) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Studio Desk' })).toBeVisible();
}

/** In Nora's browser: turns two-factor sign-in on. */
export async function enrolApp(nora: Page) {
  await nora.goto('/settings');
  const section = nora.getByRole('region', { name: 'Two-factor sign-in' });
  await turnOn(section, PASSWORD);
  await expect(section.getByText('On', { exact: true })).toBeVisible();
}

/** The password, then the code of an app that has just learnt the key. */
export async function turnOn(place: Locator, password: string) {
  await place.getByLabel('Your password').fill(password);
  await place.getByRole('button', { name: 'Turn on' }).click();
  const secret = ((await place.getByText(/^Key:/).textContent()) ?? '').replace(/^Key:|\s|Copied/g, '');
  await place.getByLabel('Code that the app shows now').fill(totp(secret, Date.now()));
  await place.getByRole('button', { name: 'Turn on' }).click();
}

/** As a manager: makes a link with which Nora chooses a new password. */
export async function linkForNora(page: Page, options: { isPhoneLost: boolean }): Promise<string> {
  await page.goto('/settings/staff');
  await row(page, 'Nora New').getByRole('button', { name: 'New password… for Nora New' }).click();
  const dialog = page.getByRole('dialog', { name: 'New password for Nora New' });
  if (options.isPhoneLost) await dialog.getByLabel(/Also turn two-factor sign-in off/).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByText(/\/new-password#/).textContent();
  await expect(dialog.getByRole('status')).toContainText(`Send this link to ${EMAIL}`);
  // A long link breaks; it pushes nothing out of its box.
  const box = await dialog.getByRole('status').boundingBox();
  const button = await dialog.getByRole('button', { name: 'Copy new-password link' }).boundingBox();
  expect((button?.x ?? NaN) + (button?.width ?? NaN)).toBeLessThanOrEqual((box?.x ?? NaN) + (box?.width ?? NaN));
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText(/\/new-password#/)).toHaveCount(0);
  return link ?? '';
}

/** Sends the form; what comes of it is for the journey to wait for, before it goes elsewhere. */
export async function chooseNewPassword(nora: Page, link: string) {
  await nora.goto(link);
  await nora.getByLabel('New password').fill(NEW_PASSWORD);
  await expect(nora).toHaveURL(/\/new-password$/);
  await nora.getByRole('button', { name: 'Set the new password' }).click();
}
