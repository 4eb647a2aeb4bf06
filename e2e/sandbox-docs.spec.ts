import { expect, test } from './fixtures.ts';

test('the sandbox’s description of its API comes from the sandbox alone', async ({ page, stack }) => {
  const origin = stack.sandbox.app.listeningOrigin;
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.goto(`${origin}/docs`);
  await expect(page.getByRole('heading', { level: 1, name: 'Reservie M2M API (sandbox)' })).toBeVisible();
  await page.getByRole('heading', { level: 2, name: 'Customers' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('/customer/{customerId}/profile').first()).toBeVisible();
  // What the page has inline has no origin.
  origins.delete('null');
  expect([...origins]).toEqual([origin]);
});
