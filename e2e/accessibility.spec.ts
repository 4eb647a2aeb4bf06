import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothColours, test } from './fixtures.ts';
import { persona } from './personas.ts';
import { joinAs, signInAs } from './sign-in-as.ts';

async function settle(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('main').getByText(/^Loading/)).toHaveCount(0);
}

test.use({ expectedErrors: /status of (404|503)/ });

test.describe('as a member of staff with a password', () => {
  test.use({ ownStack: true });
  // The password is hashed as slowly as in earnest.
  test.slow();

  test('axe finds nothing on one’s own account, nor on making a colleague a link', async ({ page, stack }) => {
    await joinAs(page.request, stack.url, 'manager', 'Nora New');
    await page.goto('/settings/account');
    await expect(page.getByRole('form', { name: 'Change password' })).toBeVisible();
    await expect(page.getByRole('form', { name: 'Turn two-factor sign-in on' })).toBeVisible();
    await settle(page);
    await expectAccessibleInBothColours(page);
    // An open page would notice, and load itself anew under the next line.
    await page.goto('about:blank');
    await signInAs(page.request, stack.url, 'manager');
    await page.goto('/settings/staff');
    await page.getByRole('button', { name: 'New password… for Nora New' }).click();
    await expectAccessibleInBothColours(page);
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect(page.getByText(/\/new-password#/)).toBeVisible();
    await expectAccessibleInBothColours(page);
  });
});

test.describe('without an answer that was kept', () => {
  test.use({ ownStack: true });

  test('axe finds nothing on an error', async ({ page, stack }) => {
    stack.sandbox.faults.add({ endpoint: 'listNotes', kind: 'status', status: 503 });
    await page.goto('/customers/cust_123/notes');
    await expect(page.getByRole('alert')).toBeVisible();
    await settle(page);
    await expectAccessibleInBothColours(page);
  });
});

test('axe finds nothing on a form with errors, nor on the dialogs', async ({ page }) => {
  // axe looks at every element six times.
  test.slow();
  await page.goto('/customers/cust_123/profile');
  await page.getByLabel('First name').fill('');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nothing');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByLabel('First name')).toHaveAccessibleDescription(/Enter a name/);
  await expectAccessibleInBothColours(page);
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Notes' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await expectAccessibleInBothColours(page);
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessibleInBothColours(page);
});

test('the colours can be switched, and stay so', async ({ page }) => {
  await page.goto('/customers');
  await page.getByRole('button', { name: 'Switch to dark colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Switch to light colours' })).toBeVisible();
});

test('no text reaches into the next column, however long it is', async ({ page }) => {
  // Text may only be wider than its cell where the cell cuts it.
  const overflowing = () =>
    page.locator('tbody td:not(:first-child, :last-child)').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const isWider = text.getBoundingClientRect().right > cell.getBoundingClientRect().right;
        return isWider && getComputedStyle(cell).overflowX !== 'hidden' ? [cell.textContent] : [];
      }),
    );
  const rows = page.getByRole('table', { name: 'Customers' }).getByRole('rowgroup').last().getByRole('row');
  await page.goto('/customers');
  for (const width of [1104, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const query of ['', 'liz', persona.longName.name]) {
      await page.getByRole('searchbox', { name: 'Search customers' }).fill(query);
      await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false');
      await expect(rows.first().getByRole('link')).toBeVisible();
      await expect.poll(overflowing).toEqual([]);
    }
  }
  const name = rows.first().getByRole('link');
  await expect(name).toHaveText(persona.longName.name);
  // As WCAG 2.2, 1.4.12 has readers space text.
  await page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync('td, td * { letter-spacing: 0.12em; word-spacing: 0.16em }');
    document.adoptedStyleSheets.push(spaced);
  });
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('');
  await expect(name).not.toHaveText(persona.longName.name);
  expect(await overflowing()).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(persona.longName.name);
  await expect(name).toHaveText(persona.longName.name);
  const cells = rows.first().getByRole('cell');
  const [link, email] = [await name.boundingBox(), await cells.nth(2).boundingBox()];
  expect((link?.x ?? 0) + (link?.width ?? 0), 'the name ends before its address').toBeLessThan(email?.x ?? 0);
});
