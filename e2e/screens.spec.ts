import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothColours, expectNoSidewaysScroll, test } from './fixtures.ts';
import { persona } from './personas.ts';

const ALL = `/customers/${persona.hasEverything.id}`;

const SCREENS: [name: string, path: string][] = [
  ['the list', '/customers'],
  ['a search', '/customers?q=smith'],
  ['a search for an e-mail address', '/customers?q=example.com&status=all'],
  ['no customer found', '/customers?q=zzzzqqqq'],
  ['bookings', '/customers/cust_123/bookings'],
  ['bookings for children', `/customers/${persona.booksForThreeChildren.id}/bookings`],
  ['bookings in every state', `/customers/${persona.cancelledAndRefunded.id}/bookings`],
  ['no bookings', `/customers/${persona.noBookings.id}/bookings`],
  ['dates that contradict each other', '/customers/cust_123/bookings?from=2026-05-01&to=2026-04-01'],
  ['one purchase', '/customers/cust_123/bookings/txn_456#booking_789'],
  ['no such purchase', '/customers/cust_123/bookings/txn_999999999'],
  ['an overview', `${ALL}/overview`],
  ['why they cannot book', `${ALL}/can-book`],
  ['passes', `${ALL}/passes`],
  ['appointments', `/customers/${persona.unpaidAppointment.id}/appointments`],
  ['subscriptions', `/customers/${persona.subscriptionPaymentFailed.id}/subscriptions`],
  ['videos', `${ALL}/videos`],
  ['notes', `${ALL}/notes`],
  ['questionnaires', `${ALL}/questionnaires`],
  ['a profile', `${ALL}/profile`],
  ['a customer’s history', `${ALL}/history`],
  ['a long name', `/customers/${persona.longName.id}/bookings`],
  ['a name from right to left', `/customers/${persona.emojiAndRtlName.id}/bookings`],
  ['one’s own account', '/settings/account'],
  ['the studio’s settings', '/settings/studio'],
  ['the staff', '/settings/staff'],
  ['the history', '/settings/history'],
  ['a history without anything in it', '/settings/history?staff=unknown'],
  ['no such customer', '/customers/cust_99999999'],
  ['no such page', '/nowhere'],
];

const OPEN_SCREENS: [name: string, path: string][] = [
  ['sign-in', '/sign-in'],
  ['sign-in after the provider said no', '/sign-in?error=cancelled'],
  ['set-up', `/set-up#${'a'.repeat(43)}`],
  ['joining', `/join#${'a'.repeat(43)}`],
  ['a new password', `/new-password#${'a'.repeat(43)}`],
  ['half of a link', '/join#abc'],
];

const VIEWER_SCREENS: [name: string, path: string][] = [
  ['a profile', '/customers/cust_123/profile'],
  ['notes', `${ALL}/notes`],
];

/**
 * In CSS pixels: WCAG 2.2, 2.5.8. Exempt are links in a line of text, what a larger label belongs to, and what has so
 * much room around its middle that no other target lies in it.
 */
const SMALLEST_TARGET = 24;
/** How far the keyboard goes through a screen. */
const STOPS = 16;

test.use({ expectedErrors: /status of (404|503)/ });

async function settle(page: Page) {
  // What stands there until the page has drawn itself.
  await expect(page.locator('.outline')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('main').getByText(/^Loading/)).toHaveCount(0);
}

/** Buttons and fields that are smaller than they may be, as text. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const targets = document.querySelectorAll<HTMLElement>('button, select, input, a[class*="Button"], nav a');
    return [...targets].flatMap((target) => {
      const { left, top, width, height } = target.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && target.checkVisibility({ visibilityProperty: true });
      if (!isShown || target.closest('label') !== null || (target as HTMLInputElement).labels?.length) return [];
      if (Math.min(width, height) >= smallest - 0.5) return [];
      const [x, y, far] = [left + width / 2, top + height / 2, smallest / 2];
      const around = [
        [-far, 0],
        [far, 0],
        [0, -far],
        [0, far],
      ].map(([dx = 0, dy = 0]) => document.elementFromPoint(x + dx, y + dy)?.closest('a, button, input, select'));
      if (around.every((other) => !other || other === target || other.contains(target))) return [];
      return [`${target.outerHTML.slice(0, 120)}: ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, SMALLEST_TARGET);
}

/** What the focus stands on and something else covers from edge to edge, as text. */
async function hiddenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body || focused.id === 'main') return undefined;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)),
    );
    const isSeen = points.some((seen) => seen && (focused.contains(seen) || seen.contains(focused)));
    // A field that only its label shows.
    const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
    const isLabelSeen = labels.some((label) => {
      const box = label.getBoundingClientRect();
      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return seen !== null && label.contains(seen);
    });
    return isSeen || isLabelSeen ? undefined : focused.outerHTML.slice(0, 160);
  });
}

/** One visit, in every colour and width. */
function holds(name: string, path: string): void {
  test(`${name}: light and dark, wide and narrow, by keyboard`, async ({ page }) => {
    // axe looks at every element twice.
    test.slow();
    await page.goto(path);
    await settle(page);
    await expectAccessibleInBothColours(page);
    await page.setViewportSize({ width: 820, height: 1180 });
    await expectNoSidewaysScroll(page);
    expect(await smallTargets(page), 'targets that are too small').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await settle(page);
    await expectNoSidewaysScroll(page);
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press('Tab');
      expect(await hiddenFocus(page), 'the focus is out of sight').toBeUndefined();
    }
  });
}

for (const [name, path] of SCREENS) holds(name, path);

test.describe('signed out', () => {
  test.use({ startAs: null });
  for (const [name, path] of OPEN_SCREENS) holds(name, path);
});

test.describe('as a viewer', () => {
  test.use({ startAs: 'viewer' });
  for (const [name, path] of VIEWER_SCREENS) holds(name, path);
});

test('forced colours leave words, edges and the focus to see', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/customers/cust_123/bookings');
  await settle(page);
  await expectAccessible(page);
  const search = page.getByRole('button', { name: /^Find a customer/ });
  await page.keyboard.press('Tab');
  await search.focus();
  const outline = await search.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
});

test('shortcuts of a single key can be switched off in the settings', async ({ page }) => {
  await page.goto('/settings/account');
  await page.getByLabel('Shortcuts of a single key').uncheck();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/settings/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByLabel('Shortcuts of a single key').check();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
