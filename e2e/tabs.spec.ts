import { expect, test } from './fixtures.ts';
import { persona } from './personas.ts';

const TABS = [
  { label: 'Passes', path: 'passes', scope: 'packages:read', empty: 'No passes' },
  {
    label: 'Appointments',
    path: 'appointments',
    scope: 'appointments:read',
    empty: 'No appointments',
  },
  {
    label: 'Subscriptions',
    path: 'subscriptions',
    scope: 'subscription-mandates:read',
    empty: 'No subscriptions',
  },
  { label: 'Videos', path: 'videos', scope: 'videos:read', empty: 'No videos' },
  { label: 'Notes', path: 'notes', scope: 'notes:read', empty: 'No notes' },
  {
    label: 'Questionnaires',
    path: 'questionnaires',
    scope: 'questionnaire-answers:read',
    empty: 'No questionnaires',
  },
] as const;

const ALL = persona.hasEverything;

for (const { label, path, empty } of TABS) {
  test.describe(label, () => {
    test('is a link that leads to what Reservie knows, says that it is loading, and why it is empty', async ({
      page,
      request,
    }) => {
      const answer = await request.get(`/api/customers/${ALL.id}/${path}`);
      const { total } = (await answer.json()) as { total: number };
      expect(total).toBeGreaterThan(0);
      await page.goto(`/customers/${ALL.id}/bookings`);
      const tab = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: label });
      await tab.click();
      await expect(page).toHaveURL(`/customers/${ALL.id}/${path}`);
      await expect(tab).toHaveAttribute('aria-current', 'page');
      const count = page.getByRole('status').filter({ hasText: new RegExp(`${total} ${path.slice(0, -2)}`) });
      await expect(count).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: ALL.name })).toBeVisible();

      const loading = page.getByText(`Loading ${path}…`);
      const shown = loading.waitFor({ state: 'attached' });
      await page.route(`**/api/customers/${persona.noBookings.id}/${path}*`, async (route) => {
        // The answer comes once the page has said that it waits for it.
        await shown;
        await route.continue();
      });
      await page.goto(`/customers/${persona.noBookings.id}/${path}`);
      await expect(page.getByText(empty, { exact: true })).toBeVisible();
      await expect(loading).toHaveCount(0);
    });
  });
}

test.describe('in trouble', () => {
  // The gateway keeps answers: only a stack of its own has to wait for one that another journey has read.
  test.use({ ownStack: true, expectedErrors: /status of (403|503)/ });

  test('each tab names the permission that is missing, and the page stands', async ({ page, stack }) => {
    const { clients, client } = stack.sandbox;
    const missing = new Set<string>(TABS.map(({ scope }) => scope));
    clients.update(client.id, {
      scopes: clients.find(client.id)?.scopes.filter((one) => !missing.has(one)) ?? [],
    });
    await page.goto(`/customers/${ALL.id}/bookings`);
    await expect(page.getByRole('table')).toBeVisible();
    for (const { label, scope } of TABS) {
      await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: label }).click();
      await expect(page.getByRole('main').getByRole('alert').filter({ hasText: scope }).first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: ALL.name })).toBeVisible();
    }
  });

  test('a tab says that Reservie cannot be reached, and recovers, while others live', async ({ page, stack }) => {
    const tabs = page.getByRole('navigation', { name: 'Customer' });
    stack.sandbox.faults.add({ endpoint: 'listVideoPurchases', kind: 'status', status: 503 });
    await page.goto(`/customers/${ALL.id}/notes`);
    await tabs.getByRole('link', { name: 'Videos' }).click();
    await expect(page.getByRole('alert')).toContainText('Reservie cannot be reached');
    await expect(page.getByRole('heading', { level: 1, name: ALL.name })).toBeVisible();
    await tabs.getByRole('link', { name: 'Passes' }).click();
    await expect(page.getByRole('table', { name: 'Passes' })).toBeVisible();
    stack.sandbox.faults.clear();
    await page.goBack();
    // What failed five times in a row rests for five seconds (breaker.ts): a user tries again until it is over.
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(async () => {
      if (await again.isVisible()) await again.click();
      await expect(page.getByRole('table', { name: 'Videos' })).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });
});

test('the last credit of a pass is seen', async ({ page }) => {
  await page.goto(`/customers/${persona.oneCreditLeft.id}/passes`);
  await expect(page.getByRole('row').filter({ hasText: 'Last credit' })).toContainText(/1 of 10/);
});

test('a subscription whose payment failed says so', async ({ page }) => {
  await page.goto(`/customers/${persona.subscriptionPaymentFailed.id}/subscriptions`);
  await expect(page.getByRole('row').filter({ hasText: 'A payment did not go through' })).toContainText(
    'Payment failed',
  );
  const alert = page.getByRole('region', { name: 'Summary' }).getByRole('link', { name: 'Payment failed' });
  await expect(alert).toHaveAttribute('href', /subscriptions$/);
});

test('an unpaid appointment says so', async ({ page }) => {
  await page.goto(`/customers/${persona.unpaidAppointment.id}/appointments`);
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /not (yet )?paid|unpaid|pending/i })
      .first(),
  ).toBeVisible();
});

test.describe('the answers of a questionnaire', () => {
  test.use({ ownStack: true, expectedErrors: /status of 503/ });

  test('stay hidden until they are revealed, each reveal is recorded, and a failure says so', async ({
    page,
    context,
  }) => {
    const reveals = async () => {
      const answer = await context.request.get(`/api/history?customerId=${ALL.id}&pageSize=100`);
      const { data } = (await answer.json()) as { data: { action: string }[] };
      return data.filter(({ action }) => action === 'revealAnswers').length;
    };
    await page.goto(`/customers/${ALL.id}/questionnaires`);
    const list = page.getByRole('list', { name: 'Questionnaires' });
    const button = list.getByRole('button', { name: /^Reveal the answers/ }).first();
    await expect(button).toBeVisible();
    await expect(list.getByRole('definition')).toHaveCount(0);
    expect(await reveals()).toBe(0);

    // A failure of the gateway itself: what Reservie last said would still be served.
    await page.route('**/reveal', (route) =>
      route.fulfill({ status: 503, json: { code: 'reservie_unavailable', message: 'Down.', requestId: 'req_1' } }),
    );
    await button.click();
    await expect(list.getByRole('alert')).toContainText('Reservie cannot be reached');
    await page.unroute('**/reveal');
    await list.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect(list.getByRole('definition').first()).toBeVisible();
    expect(await reveals()).toBe(1);

    // Another tab shows nothing until it is asked, and that is a reveal of its own.
    const other = await context.newPage();
    await other.goto(page.url());
    const otherList = other.getByRole('list', { name: 'Questionnaires' });
    await expect(otherList.getByRole('listitem').first()).toBeVisible();
    await expect(otherList.getByRole('definition')).toHaveCount(0);
    await otherList
      .getByRole('button', { name: /^Reveal the answers/ })
      .first()
      .click();
    await expect(otherList.getByRole('definition').first()).toBeVisible();
    await other.close();
    expect(await reveals()).toBe(2);

    // Coming back, to the window and to the tab, asks nothing by itself.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    const tabs = page.getByRole('navigation', { name: 'Customer' });
    await tabs.getByRole('link', { name: 'Notes' }).click();
    await expect(page.getByRole('list', { name: 'Notes' }).first()).toBeVisible();
    await page.goBack();
    await expect(list.getByRole('listitem').first()).toBeVisible();
    await expect(list.getByRole('definition')).toHaveCount(0);
    expect(await reveals()).toBe(2);
  });
});

test('tabs are filtered by their address, searched, summed, and paged', async ({ page }) => {
  await page.goto(`/customers/${ALL.id}/notes?page=9`);
  await expect(page.getByText(/^31–3\d of 3\d notes/)).toBeVisible();
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(page.getByText(/^1–30 of 3\d notes/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('LATEX');
  await expect(page).toHaveURL(/q=LATEX/);
  await expect(page.getByText(/^1 of 3\d notes/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('no such words');
  await page.getByRole('button', { name: /^Show all 3\d/ }).click();
  await expect(page).toHaveURL(`/customers/${ALL.id}/notes`);

  await page.goto(`/customers/${ALL.id}/passes?show=live&q=mem`);
  await expect(page.getByText(/^1 of 11 passes · 8 credits left$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Live/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: /^Where the credits went/ }).click();
  await expect(page.getByRole('table', { name: /^Where the credits/ })).toBeVisible();
  await page.goto(`/customers/${ALL.id}/appointments?show=cancelled`);
  await expect(page.getByText('No appointments fit these filters')).toBeVisible();
});

test('a pointer that passes over tabs reads nothing whose reading is recorded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/customers/${ALL.id}/bookings`);
  const tabs = page.getByRole('navigation', { name: 'Customer' });
  for (const path of ['appointments', 'notes']) {
    // Its code is fetched ahead all the same.
    const code = page.waitForRequest((request) => new URL(request.url()).pathname.startsWith(`/assets/${path}-`));
    await tabs.getByRole('link', { name: path }).hover();
    await code;
  }
  const read = page.waitForRequest(`**/api/customers/${ALL.id}/videos*`);
  await tabs.getByRole('link', { name: 'Videos' }).hover();
  await read;
  // The summary reads neither of them either: only the number of notes, and appointments without what is written.
  expect(asked.filter((path) => /\/(appointments|notes)$/.test(path))).toEqual([]);
});

test('a tab that is still being read ahead is asked for as urgently as any when it is opened', async ({ page }) => {
  await page.goto(`/customers/${ALL.id}/bookings`);
  const lanes: (string | undefined)[] = [];
  await page.route(`**/api/customers/${ALL.id}/videos*`, async (route) => {
    const lane = route.request().headers()['x-lane'];
    lanes.push(lane);
    // What is read ahead stands in line for ever.
    if (lane === undefined) await route.continue();
  });
  const tab = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Videos' });
  await tab.hover();
  await expect.poll(() => lanes).toEqual(['prefetch']);
  await tab.click();
  await expect(page.getByRole('table', { name: /videos/i })).toBeVisible();
  expect(lanes).toEqual(['prefetch', undefined]);
});
