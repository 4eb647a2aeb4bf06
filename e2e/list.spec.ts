import { readFile } from 'node:fs/promises';
import type { Page, Route } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothColours, test } from './fixtures.ts';

function rows(page: Page) {
  return page.getByRole('table', { name: 'Customers' }).getByRole('rowgroup').last().getByRole('row');
}

function rail(page: Page) {
  return page.getByRole('navigation', { name: 'Main' });
}

/** What the first rows say, where they lead, and where they stand. */
async function readTop(page: Page) {
  await expect(rows(page).first().getByRole('link')).toBeVisible();
  return page
    .getByRole('table', { name: 'Customers' })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.slice(0, 3).map((row) => {
        const [, name, email] = row.querySelectorAll('td');
        const { x, y, width, height } = row.getBoundingClientRect();
        const box = [x, y, width, height].map(Math.round);
        return { name: name?.innerText, to: name?.querySelector('a')?.pathname, email: email?.innerText, box };
      }),
    );
}

test('the first rows stand there before any script has run, and stay where they are', async ({ page, stack }) => {
  // The gateway has the list at hand.
  await page.request.get(`${stack.url}/api/customers/first`);
  for (const width of [1440, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const held: Route[] = [];
    await page.route('**/assets/base-*.js', (route) => void held.push(route));
    await page.goto('/customers', { waitUntil: 'commit' });
    await expect(page.locator('.outline')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    const files = await page.locator('link[href^="/assets/"]').evaluateAll((all) => all.map((link) => link.outerHTML));
    expect(files, 'each named once').toEqual([...new Set(files)]);
    // What is begun in the outline goes on in the page: a scroll, a focus, a click.
    const third = page.getByRole('table', { name: 'Customers' }).locator('tbody a').nth(2);
    const address = (await third.getAttribute('href')) ?? '';
    if (width === 1440) await page.evaluate('scrollTo(0, 60)');
    const before = await readTop(page);
    if (width === 1440) await expectAccessible(page);
    if (width === 820) await third.focus();
    if (width === 390) {
      await third.hover();
      await page.mouse.down();
    }
    for (const route of held) await route.continue();
    await expect(page.locator('.outline')).toHaveCount(0);
    expect(await readTop(page)).toEqual(before);
    if (width === 820) await expect(page.locator(`a[href="${address}"]`)).toBeFocused();
    if (width === 390) {
      await page.mouse.up();
      await expect(page).toHaveURL(new RegExp(address));
    }
    // The next visit would go on there.
    await page.evaluate('scrollTo(0, 0)');
    await page.unrouteAll();
  }
});

test('what is typed before any script has run is searched for', async ({ page }) => {
  const held: Route[] = [];
  await page.route('**/assets/base-*.js', (route) => void held.push(route));
  await page.goto('/customers', { waitUntil: 'commit' });
  await expect(page.locator('.outline')).toBeVisible();
  const box = page.getByRole('searchbox', { name: 'Search customers' });
  await expect(box).toBeFocused();
  await page.keyboard.type('jane');
  for (const route of held) await route.continue();
  await expect(page.locator('.outline')).toHaveCount(0);
  await page.keyboard.type(' smith');
  await expect(box).toHaveValue('jane smith');
  await expect(rows(page).first().getByRole('link', { name: 'Jane Smith' })).toBeVisible();
  await expect(page).toHaveURL(/q=jane(?:\+|%20)smith/);
});

test.describe('with views of one’s own', () => {
  test.use({ ownStack: true });

  test('the list is narrowed, kept as a view, changed and kept again', async ({ page }) => {
    await page.goto('/customers');
    await expect(rows(page).first().getByRole('link')).toBeVisible();
    await page.getByRole('button', { name: '+ Filter' }).press('Enter');
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitemcheckbox', { name: /^No mobile [1-9]/ })).toBeVisible();
    await expectAccessibleInBothColours(page);
    await menu.getByRole('menuitemcheckbox', { name: /^No mobile/ }).press('Enter');
    await expect(page).toHaveURL(/mobile=none/);
    await page.getByRole('button', { name: 'Save as view…' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessibleInBothColours(page);
    await page.getByRole('textbox', { name: 'Name' }).fill('To ring back');
    await page.keyboard.press('Enter');
    const entry = rail(page).getByRole('link', { name: /^To ring back/ });
    await expect(entry).toHaveAttribute('aria-current', 'page');
    await page.getByRole('button', { name: 'Remove the filter No mobile' }).press('Enter');
    await expect(page.getByRole('group', { name: 'View' })).toContainText('To ring back, modified');
    await page.reload();
    await page.getByRole('button', { name: 'Back to the view' }).press('Enter');
    await expect(page).toHaveURL(/mobile=none/);
    await expect(page.getByRole('group', { name: 'View' })).not.toContainText('modified');
    const name = (await rows(page).first().getByRole('link').textContent()) ?? '';
    await rows(page).first().getByRole('link').press('Enter');
    await page.getByRole('button', { name: 'Pin this customer' }).press('Enter');
    await expect(rail(page).getByRole('region', { name: 'Pinned' }).getByRole('link', { name })).toBeVisible();
  });
});

test('ticks outlive a search, and exactly those leave as a file', async ({ page }) => {
  await page.goto('/customers?q=jane%20smith');
  await expect(rows(page).first().getByRole('link', { name: 'Jane Smith' })).toBeVisible();
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('searchbox').fill('attenbury');
  await rows(page).getByRole('checkbox', { name: 'Select Winifred Attenbury' }).press('Space');
  const bar = page.getByRole('group', { name: 'Selection' });
  await expect(bar).toContainText('2 selected');
  await expectAccessibleInBothColours(page);
  await bar.getByRole('button', { name: 'CSV…' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessibleInBothColours(page);
  await page.getByRole('checkbox', { name: 'Status' }).press('Space');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).press('Enter');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.split('\r\n').map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
    '\uFEFFFirst name Last name',
    'Jane Smith',
    'Winifred Attenbury',
    '',
  ]);
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Clear the selection' }).press('Enter');
  await expect(bar).toHaveCount(0);
  await page.getByRole('searchbox').evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Jane Smith; Winifred Attenbury; Zyx Wvutsr');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const pasted = page.getByRole('region', { name: 'Pasted list' });
  await expect(pasted.getByRole('status')).toHaveText('3 lines pasted: 2 found, 0 with several, 1 with none');
  await expectAccessibleInBothColours(page);
  await pasted.getByRole('button', { name: 'Select those found' }).press('Enter');
  await expect(bar).toContainText('2 selected');
});

test('a place in the list outlives a look at a customer, a reload, and steps to the next', async ({ page }) => {
  await page.goto('/customers?q=smith&sort=name');
  await expect(rows(page)).toHaveCount(15);
  await page.getByRole('button', { name: /^Sorted by/ }).press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Best match' })).toBeFocused();
  await expectAccessibleInBothColours(page);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await rows(page).nth(1).getByRole('link').textContent();
  await page.keyboard.press('Enter');
  const steps = page.getByRole('navigation', { name: 'Through the list' });
  await expect(steps).toContainText('2 of 15');
  await expect(page.getByRole('heading', { level: 1, name: second ?? '' })).toBeVisible();
  await page.keyboard.press(']');
  await expect(steps).toContainText('3 of 15');
  await page.reload();
  await expect(steps).toContainText('3 of 15');
  await expect(page.getByRole('link', { name: '← 15 found for “smith”' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('smith');
  await expect(rows(page).nth(2).getByRole('link')).toBeFocused();
});

test('the list stays in its place when a search is begun', async ({ page }) => {
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/customers');
    await expect(page.locator('.outline')).toHaveCount(0);
    const before = await rows(page).first().boundingBox();
    await page.getByRole('searchbox').fill('smith');
    await expect(rows(page).first()).toContainText('Smith');
    await expect(page.getByRole('button', { name: 'Save as view…' })).toBeVisible();
    expect((await rows(page).first().boundingBox())?.y).toBe(before?.y);
  }
});

test.describe('duplicates', () => {
  test.use({ ownStack: true });

  test('are remembered as none, and looked at again', async ({ page }) => {
    await page.goto('/duplicates');
    const first = page.getByRole('main').getByRole('region').first();
    const name = (await first.getByRole('link').first().textContent()) ?? '';
    const group = page.getByRole('region', { name: `${name} ` });
    await expect(group).toContainText('Same');
    await group.getByRole('button', { name: 'What would each lose?' }).press('Enter');
    await expect(group.getByText('Credits').first()).toBeVisible();
    await expectAccessibleInBothColours(page);
    await group.getByRole('button', { name: 'Not a duplicate' }).press('Enter');
    await expect(group).toHaveCount(0);
    // It is gone from the page before the gateway has heard of it.
    await expect(page.getByText('Remembered for all staff')).toBeVisible();
    const inRail = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Duplicates/ });
    const left = (await inRail.textContent()) ?? '';
    // A page that is opened by its address counts the same.
    await page.goto('/settings');
    await expect(inRail).toHaveText(left);
    await page.goto('/duplicates');
    const said = page.getByRole('region', { name: 'Said to be no duplicates' });
    await expect(said).toContainText(name);
    await said.getByRole('button', { name: 'Look at them again' }).press('Enter');
    await expect(group).toBeVisible();
  });
});

test('paper shows every customer found, and the browser’s find is answered', async ({ page }) => {
  await page.goto('/customers?q=smith&status=all');
  await expect(rows(page).first().getByRole('link')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByText('The browser’s find sees only the rows on screen.')).toBeVisible();
  const printed = () =>
    page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const count = document.querySelectorAll('[data-printed-list] tbody tr').length;
      window.dispatchEvent(new Event('afterprint'));
      return count;
    });
  await expect.poll(printed).toBe(17);

  // Of those who are ticked, their own button prints only them.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = String(document.querySelectorAll('[data-printed-list] tbody tr').length);
    };
  });
  await rows(page).first().getByRole('checkbox').press('Space');
  await page.getByRole('group', { name: 'Selection' }).getByRole('button', { name: 'Print' }).press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-printed', '1');
});

test.describe('offline, and after an update of the gateway', () => {
  test.use({ expectedErrors: /net::ERR_INTERNET_DISCONNECTED|status of 404/ });

  test('the list goes on, says what is missing, and loses neither search nor ticks', async ({ page, context }) => {
    await page.route('**/assets/matching-*.js', (route) => route.abort('internetdisconnected'));
    await page.goto('/customers');
    await page.getByRole('searchbox').fill('okonjo');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Studio Desk cannot be reached');
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(rows(page)).toHaveCount(1);
    await expect(alert).toHaveCount(0);
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('Space');
    const bar = page.getByRole('group', { name: 'Selection' });
    await expect(bar).toContainText('1 selected');
    const refresh = page.getByRole('button', { name: 'Refresh' });
    const note = page.getByText(/It could not be refreshed just now/);
    await context.setOffline(true);
    await refresh.press('Enter');
    await expect(note).toBeVisible();
    await page.getByRole('searchbox').fill('jane smith');
    await expect(rows(page).first().getByRole('link', { name: 'Jane Smith' })).toBeVisible();
    await context.setOffline(false);
    await expect(note).toHaveCount(0);
    await expect(refresh).toBeEnabled();

    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await bar.getByRole('button', { name: 'CSV…' }).press('Enter');
    await expect(alert).toContainText('Studio Desk has been updated');
    await expect(bar).toContainText('1 selected');
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Reload' }).press('Enter');
    await expect(alert).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveValue('jane smith');
    await expect(rows(page).first().getByRole('link', { name: 'Jane Smith' })).toBeVisible();
  });
});
