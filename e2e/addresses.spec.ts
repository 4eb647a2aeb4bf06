import { expect, test } from './fixtures.ts';

test.describe('an address that leads nowhere', () => {
  test.use({ expectedErrors: /status of 404/ });

  test('a customer who does not exist', async ({ page }) => {
    await page.goto('/customers/cust_99999999');
    await expect(page.getByRole('heading', { level: 1, name: 'Customer not found' })).toBeVisible();
    await expect(page.getByText('No customer has the id “cust_99999999”')).toBeVisible();
    await page.getByRole('link', { name: 'Customers' }).last().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  });

  test('a customer’s address that was cut off', async ({ page }) => {
    await page.goto('/customers/cust_/bookings');
    await expect(page.getByRole('heading', { level: 1, name: 'Customer not found' })).toBeVisible();
  });

  test('no page there', async ({ page }) => {
    for (const path of ['/nowhere', '/customers/cust_123/nothing', '/customers/cust_123/bookings/txn_456/deeper']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' }), path).toBeVisible();
      await expect(page.getByRole('link', { name: 'Go to the customers' }), path).toBeVisible();
    }
  });
});

test.describe('an address that was mangled by hand still works', () => {
  test('bookings', async ({ page }) => {
    for (const query of [
      'page=0',
      'page=-1',
      'page=two',
      'page=1.5',
      'page={"a":1}',
      'size=7',
      'from=yesterday',
      'to=2026-02-30',
      'state=lost&group=[]&sort=price&open={}&by=7',
    ]) {
      await page.goto(`/customers/cust_123/bookings?${query}&upcoming=perhaps&unknown=1`);
      await expect(page.getByText('42 bookings'), query).toBeVisible();
      const details = page.getByRole('table', { name: 'Bookings' }).getByRole('button', { name: /^Details of/ });
      await expect(details, query).toHaveCount(30);
    }
  });

  test('the list', async ({ page }) => {
    for (const query of [
      'q=',
      'q=%00',
      'q={"a":[1]}',
      'q=[[',
      'sort=nothing',
      'dir=sideways',
      'status=7',
      'q=true&status=ALL',
    ]) {
      await page.goto(`/customers?${query}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Customers' }), query).toBeVisible();
      await expect(page.getByRole('searchbox'), query).toBeEditable();
      await expect(page.getByRole('alert'), query).toHaveCount(0);
    }
  });

  test('page minus one of each tab', async ({ page }) => {
    for (const tab of ['passes', 'appointments', 'subscriptions', 'videos', 'notes', 'questionnaires']) {
      await page.goto(`/customers/cust_125/${tab}?page=-1`);
      const count = page.getByRole('main').getByRole('status');
      await expect(count.filter({ hasText: new RegExp(tab.slice(0, -2)) }).first(), tab).toBeVisible();
      await expect(page.getByRole('alert'), tab).toHaveCount(0);
    }
  });

  test('half of a percent sign', async ({ page }) => {
    await page.goto('/customers/%E0%A4%A');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('what a script that got into a page would try', () => {
  test.use({ expectedErrors: /Trusted ?(?:HTML|Script|Type)|Content Security Policy/ });

  test('elements made from text, foreign workers are refused', async ({ page }) => {
    await page.goto('/customers');
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
    const outcomes = await page.evaluate(() => {
      const attempts: Record<string, () => unknown> = {
        element: () => (document.body.innerHTML = '<img src="x" onerror="1">'),
        template: () => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'),
        worker: () => new Worker('data:text/javascript,1'),
        plainText: () => (document.createElement('style').innerHTML = 'p { color: red }'),
      };
      return Object.entries(attempts).map(([name, attempt]) => {
        try {
          attempt();
          return `${name}: done`;
        } catch {
          return `${name}: refused`;
        }
      });
    });
    expect(outcomes).toEqual(['element: refused', 'template: refused', 'worker: refused', 'plainText: done']);
  });
});
