import type { Page, Request, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const NOTES = '/customers/cust_125/notes';

function heading(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name });
}

/** By itself: it notices that its session is over, and finds the other one. */
async function expectTaken(page: Page) {
  await expect(heading(page, 'Henrietta A.')).toBeVisible();
  await expect(page.getByText('Your role does not allow this')).toBeVisible();
}

test.describe('an account that signs in elsewhere in this browser takes an open page over', () => {
  // What it asked in the moment of the change may come too late for its old session.
  test.use({ expectedErrors: /status of 40[13]/ });

  test('when it has been open for a while', async ({ page, signInAs }) => {
    await page.goto(NOTES);
    await expect(heading(page, 'Henrietta Allbright')).toBeVisible();
    await signInAs('viewer');
    await expectTaken(page);
  });

  for (const [moment, address, isShown] of [
    // The page itself came with the account that it was opened by.
    ['before it has asked for anything', '**/assets/*.js', false],
    ['before its stream opens', '**/api/events*', true],
    ['while it waits for an answer', '**/api/customers/cust_125/notes*', true],
  ] as const) {
    test(moment, async ({ page, signInAs }) => {
      const asked = new Promise<Route>((resolve) => void page.route(address, resolve, { times: 1 }));
      await page.goto(NOTES, { waitUntil: 'commit' });
      const held = await asked;
      await expect(heading(page, 'Henrietta Allbright')).toBeVisible({ visible: isShown });
      await signInAs('viewer');
      await held.continue();
      await expectTaken(page);
    });
  }

  test('when it is hidden meanwhile', async ({ page, signInAs }) => {
    // Once the page is hidden nothing that it asks is let through: it would be told by the answer.
    const asked = new Set<Request>();
    const held: Route[] = [];
    let isHidden = false;
    page.on('requestfinished', (request) => asked.delete(request));
    page.on('requestfailed', (request) => asked.delete(request));
    await page.route('**/api/**', async (route) => {
      if (isHidden) return void held.push(route);
      asked.add(route.request());
      await route.continue();
    });
    await page.goto(NOTES);
    await expect(heading(page, 'Henrietta Allbright')).toBeVisible();
    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    isHidden = true;
    await show('hidden');
    // Its stream has ended, and every question is answered.
    await expect.poll(() => asked.size).toBe(0);
    await signInAs('viewer');
    await expect(heading(page, 'Henrietta Allbright')).toBeVisible();
    isHidden = false;
    await show('visible');
    for (const route of held) await route.continue();
    await expectTaken(page);
  });

  test('when the computer was asleep meanwhile', async ({ page, signInAs }) => {
    await page.clock.install();
    // A sleeping computer leaves a stream behind that says nothing any more, and never ends.
    await page.addInitScript(() => {
      class SilentStream extends EventTarget {
        close() {}
      }
      const Real = window.EventSource;
      let isFirst = true;
      window.EventSource = new Proxy(Real, {
        construct(target, given: [string]) {
          if (!isFirst) return new target(...given);
          isFirst = false;
          return new SilentStream();
        },
      });
    });
    await page.goto(NOTES);
    await expect(heading(page, 'Henrietta Allbright')).toBeVisible();
    await signInAs('viewer');
    await page.clock.fastForward('10:00');
    await expectTaken(page);
  });
});
