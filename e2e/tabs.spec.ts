import { expect, test } from './fixtures.ts';
import { persona } from './personas.ts';

const TABS = [
  { label: 'Passes', path: 'passes', endpoint: 'listPassPurchases', scope: 'packages:read', empty: 'No passes' },
  {
    label: 'Appointments',
    path: 'appointments',
    endpoint: 'listAppointments',
    scope: 'appointments:read',
    empty: 'No appointments',
  },
  {
    label: 'Subscriptions',
    path: 'subscriptions',
    endpoint: 'listMandates',
    scope: 'subscription-mandates:read',
    empty: 'No subscriptions',
  },
  { label: 'Videos', path: 'videos', endpoint: 'listVideoPurchases', scope: 'videos:read', empty: 'No videos' },
  { label: 'Notes', path: 'notes', endpoint: 'listNotes', scope: 'notes:read', empty: 'No notes' },
  {
    label: 'Questionnaires',
    path: 'questionnaires',
    endpoint: 'listQuestionnaireAnswers',
    scope: 'questionnaire-answers:read',
    empty: 'No questionnaires',
  },
] as const;

const ALL = persona.hasEverything;

for (const { label, path, endpoint, scope, empty } of TABS) {
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

    test.describe('in trouble', () => {
      test.use({ ownStack: true, expectedErrors: /status of (403|503)/ });

      test('names a permission that is missing, says that Reservie cannot be reached, and recovers', async ({
        page,
        stack,
      }) => {
        const { clients, client, faults } = stack.sandbox;
        const scopes = clients.find(client.id)?.scopes ?? [];
        clients.update(client.id, { scopes: scopes.filter((one) => one !== scope) });
        const { id, name } = persona.oneCreditLeft;
        await page.goto(`/customers/${id}/${path}`);
        await expect(page.getByRole('alert')).toContainText(scope);
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

        clients.update(client.id, { scopes });
        faults.add({ endpoint, kind: 'status', status: 503 });
        await page.goto(`/customers/${ALL.id}/${path}`);
        await expect(page.getByRole('alert')).toContainText('Reservie cannot be reached');
        await expect(page.getByRole('heading', { level: 1, name: ALL.name })).toBeVisible();
        faults.clear();
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
    });
  });
}

test('the last credit of a pass is seen', async ({ page }) => {
  await page.goto(`/customers/${persona.oneCreditLeft.id}/passes`);
  await expect(page.getByRole('row').filter({ hasText: 'Last credit' })).toContainText(/1 of 10/);
});

test('a subscription whose payment failed says so', async ({ page }) => {
  await page.goto(`/customers/${persona.subscriptionPaymentFailed.id}/subscriptions`);
  await expect(page.getByRole('list', { name: 'Subscriptions' }).getByText('Payment failed')).toBeVisible();
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

test('the answers of a questionnaire stay closed until somebody asks', async ({ page }) => {
  await page.goto(`/customers/${ALL.id}/questionnaires`);
  const first = page.getByRole('list', { name: 'Questionnaires' }).getByRole('group').first();
  await expect(first.locator('dd').first()).toBeHidden();
  await first.locator('summary').click();
  await expect(first.locator('dd').first()).toBeVisible();
});

test('more notes than fit on a page are paged', async ({ page }) => {
  await page.goto(`/customers/${ALL.id}/notes`);
  await expect(page.getByText(/1–30 of 3\d notes/)).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/31–3\d of 3\d notes/)).toBeVisible();
});

test('a pointer that passes over tabs reads nothing whose reading is recorded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/customers/${ALL.id}/bookings`);
  const tabs = page.getByRole('navigation', { name: 'Customer' });
  // The summary itself reads appointments and notes: opening the page is the look.
  for (const path of ['questionnaires']) {
    // Its code is fetched ahead all the same.
    const code = page.waitForRequest((request) => new URL(request.url()).pathname.startsWith(`/assets/${path}-`));
    await tabs.getByRole('link', { name: path }).hover();
    await code;
  }
  const read = page.waitForRequest(`**/api/customers/${ALL.id}/videos*`);
  await tabs.getByRole('link', { name: 'Videos' }).hover();
  await read;
  expect(asked).not.toContain(`/api/customers/${ALL.id}/questionnaires`);
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
