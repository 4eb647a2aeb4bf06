import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { findStaffByEmail } from '../store/staff.ts';
import { type Browser, type TestGateway, enter, openBrowser, startTestGateway } from '../testing/test-gateway.ts';
import { makePasswordLink } from './password-links.ts';

interface Manager {
  id: string;
  email: string;
  browser: Browser;
}

let gateway: TestGateway;
let ann: Manager;
let ben: Manager;
let count = 0;

beforeAll(async () => {
  gateway = await startTestGateway();
});
beforeEach(async () => {
  count += 1;
  ann = await hireManager(`ann-${count}@studio.test`);
  ben = await hireManager(`ben-${count}@studio.test`);
});
afterAll(() => gateway.close());

async function hireManager(email: string): Promise<Manager> {
  const id = await gateway.hire(email, 'manager');
  const browser = openBrowser(gateway.app);
  await enter(browser, email);
  return { id, email, browser };
}

/** @returns the link that a manager makes for Ben. */
async function linkBy({ browser }: Manager): Promise<string> {
  const payload = { turnsTwoFactorOff: true };
  const answer = await browser.ask({ method: 'POST', url: `/api/staff/${ben.id}/password-link`, payload });
  return answer.json<{ link: string }>().link;
}

async function use(link: string): Promise<number> {
  const payload = { token: link.split('#')[1] ?? '', password: 'another horse battery' };
  return (await openBrowser(gateway.app).ask({ method: 'POST', url: '/api/new-password', payload })).statusCode;
}

async function benChangesAnn(payload: object): Promise<void> {
  const answer = await ben.browser.ask({ method: 'PATCH', url: `/api/staff/${ann.id}`, payload });
  expect(answer.statusCode).toBe(200);
}

test.each([
  ['is disabled', { isDisabled: true }],
  ['gets another role', { role: 'desk' }],
])('a manager who %s has no link to the account of another manager any more', async (_, change) => {
  const link = await linkBy(ann);
  await benChangesAnn(change);
  expect(await use(link)).toBe(404);
  expect((await enter(openBrowser(gateway.app), ben.email)).json()).toEqual({ next: 'signed_in' });
});

test('the link of another manager, which took the place of theirs, goes on working', async () => {
  await linkBy(ann);
  const link = await linkBy(await hireManager(`cat-${count}@studio.test`));
  await benChangesAnn({ isDisabled: true });
  expect(await use(link)).toBe(200);
});

test('the link of the operator, which took the place of theirs, goes on working', async () => {
  await linkBy(ann);
  const member = await findStaffByEmail(gateway.store, ben.email);
  if (!member) throw new Error('Ben is not there.');
  const { path } = await makePasswordLink(gateway.store, systemClock, member, { turnsTwoFactorOff: false });
  await benChangesAnn({ isDisabled: true });
  expect(await use(path)).toBe(200);
});
