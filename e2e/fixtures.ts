import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test as base, expect } from '@playwright/test';
import type { Role } from '#contract/role.ts';
import { signInAs } from './sign-in-as.ts';
import { type Stack, startStack } from './stack.ts';

interface Journey {
  /** True where a journey writes, stops a server or changes a client: it gets a stack of its own. */
  ownStack: boolean;
  /** `live`: a real studio that has no staff yet; with a stack of its own. */
  mode: 'demo' | 'live';
  stack: Stack;
  /** The role that is signed in when the journey begins; `null`: none. */
  startAs: Role | null;
  /** Signs another user in, in this browser; a page that is open already does not know yet. */
  signInAs: (role: Role) => Promise<void>;
  /** Console errors that this journey provokes on purpose; anything else in the console fails it. */
  expectedErrors: RegExp | undefined;
}

export const test = base.extend<Journey, { sharedStack: Stack }>({
  ownStack: [false, { option: true }],

  mode: ['demo', { option: true }],

  sharedStack: [
    async ({}, use) => {
      const stack = await startNewStack('demo');
      await use(stack);
      await stack.close();
    },
    { scope: 'worker' },
  ],

  stack: async ({ ownStack, mode, sharedStack }, use) => {
    const stack = ownStack ? await startNewStack(mode) : sharedStack;
    await use(stack);
    if (ownStack) await stack.close();
    else stack.sandbox.faults.clear();
  },

  baseURL: async ({ stack }, use) => use(stack.url),

  startAs: ['manager', { option: true }],

  storageState: async ({ stack, startAs, playwright }, use) => {
    const request = await playwright.request.newContext();
    if (startAs !== null) await signInAs(request, stack.url, startAs);
    await use(await request.storageState());
    await request.dispose();
  },

  signInAs: async ({ stack, context }, use) => use((role) => signInAs(context.request, stack.url, role)),

  expectedErrors: [undefined, { option: true }],

  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    waitUntilDrawn(page);
    await use(page);
    const unexpected = errors.filter((text) => !expectedErrors?.test(text));
    expect(unexpected, 'errors in the browser’s console').toEqual([]);
  },
});

export { expect };

/** A page has been loaded when it has drawn itself: in its outline, keys go nowhere yet. A journey that waits for less says so. */
function waitUntilDrawn(page: Page): void {
  const load = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await load(url, options);
    if (options?.waitUntil === undefined) await page.locator('.outline').waitFor({ state: 'detached' });
    return response;
  };
}

function startNewStack(mode: 'demo' | 'live'): Promise<Stack> {
  const template = process.env['STUDIO_DESK_TEMPLATE'];
  if (template === undefined) throw new Error('global-setup.ts has not run');
  return startStack({ template, timeoutMs: 2_000, mode });
}

/** axe, with every rule it has, finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations(new AxeBuilder({ page }));
}

/** The same in light and in dark colours, where only what depends on colours is looked at again. */
export async function expectAccessibleInBothColours(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectNoViolations(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function expectNoViolations(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }));
  expect(found, 'accessibility').toEqual([]);
}

/** The page is as wide as the screen: only what is meant to, such as a row of tabs, scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, 'the page is wider than the screen').toBeLessThanOrEqual(clientWidth);
}
