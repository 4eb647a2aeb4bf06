import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { history } from '#contract/history.ts';
import { applyPasswordLink } from '../store/password-links.ts';
import { hashToken, makeLinkToken } from './secrets.ts';
import {
  type Browser,
  PASSWORD,
  type TestGateway,
  enter,
  openBrowser,
  startTestGateway,
  whoIs,
} from '../testing/test-gateway.ts';
import { LIMITS } from './throttle.ts';

const DAY = 24 * 60 * 60_000;
const NEW = 'another horse battery';
const DEAD = [404, { code: 'not_found', message: 'This link has been used already, or is too old.' }];

let gateway: TestGateway;
let manager: Browser;
let ada: { id: string; email: string };
let count = 0;

beforeAll(async () => {
  gateway = await startTestGateway();
  manager = await gateway.signIn('manager');
});
beforeEach(async () => {
  count += 1;
  const email = `ada-${count}@studio.test`;
  ada = { id: await gateway.hire(email), email };
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => gateway.close());

function order(id: string, turnsTwoFactorOff = false, by = manager) {
  return by.ask({ method: 'POST', url: `/api/staff/${id}/password-link`, payload: { turnsTwoFactorOff } });
}

async function tokenFor(id: string, turnsTwoFactorOff = false): Promise<string> {
  const answer = await order(id, turnsTwoFactorOff);
  expect(answer.statusCode).toBe(200);
  return answer.json<{ link: string }>().link.split('#')[1] ?? '';
}

function apply(token: string, browser = openBrowser(gateway.app), password = NEW) {
  return browser.ask({ method: 'POST', url: '/api/new-password', payload: { token, password } });
}

async function expectDead(token: string): Promise<void> {
  const answer = await apply(token);
  expect([answer.statusCode, answer.json()]).toMatchObject(DEAD);
}

async function canEnter(email: string, password: string): Promise<boolean> {
  return (await enter(openBrowser(gateway.app), email, password)).statusCode === 200;
}

function change(id: string, payload: object) {
  return manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload });
}

/** As if an app had been enrolled: only whether there is one matters here. */
async function enrolApp(browser: Browser): Promise<void> {
  await browser.ask({ method: 'POST', url: '/api/account/two-factor', payload: { password: PASSWORD } });
  const { adapter } = await gateway.accounts.auth.$context;
  const where = [{ field: 'id', value: ada.id }];
  await adapter.update({ model: 'user', where, update: { twoFactorEnabled: true } });
  const verified = { verified: true };
  await adapter.update({ model: 'twoFactor', where: [{ field: 'userId', value: ada.id }], update: verified });
}

describe('a link for a new password', () => {
  test('sets it, once, and does not sign in', async () => {
    const token = await tokenFor(ada.id);
    expect(await canEnter(ada.email, PASSWORD)).toBe(true);
    const browser = openBrowser(gateway.app);
    expect((await apply(token, browser)).json()).toEqual({ done: true });
    expect(await whoIs(browser)).toBeNull();
    expect([await canEnter(ada.email, PASSWORD), await canEnter(ada.email, NEW)]).toEqual([false, true]);
    await expectDead(token);
  });

  test('leads to our own page, with its secret in the fragment, for a day', async () => {
    const { link, expiresAt } = (await order(ada.id)).json<{ link: string; expiresAt: string }>();
    expect(link).toMatch(/^http:\/\/localhost\/new-password#[\w-]{43}$/);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - DAY)).toBeLessThan(60_000);
  });

  test('is taken by one of those who use it in the same moment', async () => {
    const token = await tokenFor(ada.id);
    const answers = await Promise.all([1, 2, 3].map((n) => apply(token, undefined, `${NEW} ${n}`)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
  });

  test('ends every session, and makes known devices strangers', async () => {
    const [here, there] = [openBrowser(gateway.app), openBrowser(gateway.app)];
    await enter(here, ada.email);
    await enter(there, ada.email);
    await apply(await tokenFor(ada.id), here);
    expect([await whoIs(here), await whoIs(there)]).toEqual([null, null]);
    const devices = gateway.store.db.selectFrom('knownDevice').selectAll().where('userId', '=', ada.id);
    expect(await devices.execute()).toEqual([]);
  });

  test('leaves the sessions of others alone', async () => {
    const other = openBrowser(gateway.app);
    const email = `other-${count}@studio.test`;
    await gateway.hire(email);
    await enter(other, email);
    await apply(await tokenFor(ada.id), other);
    expect(await whoIs(other)).toBe(email);
  });

  test('leaves two-factor sign-in on', async () => {
    const before = openBrowser(gateway.app);
    await enter(before, ada.email);
    await enrolApp(before);
    await apply(await tokenFor(ada.id));
    expect((await enter(openBrowser(gateway.app), ada.email, NEW)).json()).toEqual({ next: 'two_factor' });
  });

  test('turns two-factor sign-in off if the manager said so, and with it every sign-in that is half done', async () => {
    const before = openBrowser(gateway.app);
    await enter(before, ada.email);
    await enrolApp(before);
    const half = openBrowser(gateway.app);
    expect((await enter(half, ada.email)).json()).toEqual({ next: 'two_factor' });
    await apply(await tokenFor(ada.id, true));
    expect((await enter(openBrowser(gateway.app), ada.email, NEW)).json()).toEqual({ next: 'signed_in' });
    const code = { method: 'POST', url: '/api/session/two-factor', payload: { code: '123456' } } as const;
    expect((await half.ask(code)).json()).toMatchObject({ message: 'Begin again with your password.' });
    const { adapter } = await gateway.accounts.auth.$context;
    const where = [{ field: 'userId', value: ada.id }];
    expect(await adapter.findMany({ model: 'twoFactor', where })).toEqual([]);
  });

  test('needs a password that is long enough, and works afterwards', async () => {
    const token = await tokenFor(ada.id);
    const answer = await apply(token, undefined, 'short');
    expect(answer.json()).toMatchObject({
      code: 'invalid_request',
      fields: { password: 'Use at least 10 characters' },
    });
    expect((await apply(token)).statusCode).toBe(200);
  });
});

describe('dead is a link', () => {
  test('that was never made, or that is for something else', async () => {
    const invitation = { email: `bo-${count}@studio.test`, role: 'viewer' };
    const answer = await manager.ask({ method: 'POST', url: '/api/staff/invitations', payload: invitation });
    await expectDead(makeLinkToken());
    await expectDead(answer.json<{ link: string }>().link.split('#')[1] ?? '');
    expect((await apply('short')).statusCode).toBe(400);
  });

  test('after a day', async () => {
    const token = await tokenFor(ada.id);
    vi.useFakeTimers({ now: Date.now() + DAY, toFake: ['Date'] });
    await expectDead(token);
  });

  test('when a newer one replaces it, and when its owner has changed the password meanwhile', async () => {
    const [older, newer] = [await tokenFor(ada.id), await tokenFor(ada.id)];
    await expectDead(older);
    const browser = openBrowser(gateway.app);
    await enter(browser, ada.email);
    const payload = { current: PASSWORD, next: 'one that she chose' };
    expect((await browser.ask({ method: 'POST', url: '/api/account/password', payload })).statusCode).toBe(200);
    await expectDead(newer);
  });

  test('for a disabled member, and stays dead when they are back', async () => {
    const token = await tokenFor(ada.id);
    await change(ada.id, { isDisabled: true });
    await expectDead(token);
    await change(ada.id, { isDisabled: false });
    await expectDead(token);
    expect(await canEnter(ada.email, PASSWORD)).toBe(true);
  });

  test('even while a member is being disabled', async () => {
    const token = await tokenFor(ada.id);
    await gateway.store.db.updateTable('user').set({ status: 'disabled' }).where('id', '=', ada.id).execute();
    expect(await applyPasswordLink(gateway.store, hashToken(token), 'hash', Date.now())).toBeUndefined();
  });
});

describe('a manager gets no link', () => {
  test.each([
    [
      'for themselves',
      async () => (await manager.ask({ url: '/api/session' })).json<{ staff: { id: string } }>().staff.id,
    ],
    ['for a member who signs in without a password', () => gateway.accounts.newcomers.add(openIdOnly())],
    [
      'for a disabled member',
      async () => {
        await change(ada.id, { isDisabled: true });
        return ada.id;
      },
    ],
  ])('%s', async (_, whose) => {
    const answer = await order(await whose());
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'invalid_request' }]);
  });

  test('for an unknown member', async () => {
    expect((await order('unknown')).statusCode).toBe(404);
  });
});

function openIdOnly() {
  return { name: 'Olga', email: `olga-${count}@studio.test`, role: 'desk' } as const;
}

test('the list says who has a password', async () => {
  const id = await gateway.accounts.newcomers.add(openIdOnly());
  const { data } = (await manager.ask({ url: '/api/staff' })).json<{ data: { id: string; hasPassword: boolean }[] }>();
  const hasPassword = new Map(data.map((member) => [member.id, member.hasPassword]));
  expect([hasPassword.get(ada.id), hasPassword.get(id)]).toEqual([true, false]);
});

test('who made a link for whom, and its use, stand in the history; the link itself and the password do not', async () => {
  const made = await order(ada.id, true);
  const token = made.json<{ link: string }>().link.split('#')[1] ?? '';
  const answers = [await apply(token), await apply(token), made];
  const requests = new Set(answers.map(({ headers }) => headers['x-request-id']));
  const answer = await manager.ask({ url: '/api/history?changesOnly=true&pageSize=100' });
  const entries = history.listHistory.answer.parse(answer.json()).data;
  const data = entries.filter(({ requestId }) => requests.has(requestId ?? undefined));
  expect(data).toMatchObject([
    { action: 'setNewPassword', staff: null, result: 'refused', code: 'not_found' },
    { action: 'setNewPassword', staff: { id: ada.id, name: ada.email }, result: 'done' },
    {
      action: 'makePasswordLink',
      staff: { name: 'The manager' },
      subject: ada.email,
      changes: [{ field: 'turnsTwoFactorOff', before: null, after: 'true' }],
      result: 'done',
    },
  ]);
  expect(JSON.stringify(data)).not.toContain(token);
  expect(JSON.stringify(data)).not.toContain(NEW);
});

test('guessing links is slowed down, by address', async () => {
  const studio = await startTestGateway();
  const guess = async (ip: string) => (await apply(makeLinkToken(), openBrowser(studio.app, { ip }))).statusCode;
  const statuses: number[] = [];
  for (let n = 0; n <= LIMITS.address; n += 1) statuses.push(await guess('203.0.113.7'));
  expect(statuses.indexOf(429)).toBe(LIMITS.address);
  expect(await guess('203.0.113.8')).toBe(404);
  await studio.close();
});

test('a link cannot be read out of the database', async () => {
  const token = await tokenFor(ada.id);
  const rows = await gateway.store.db.selectFrom('passwordLink').selectAll().where('userId', '=', ada.id).execute();
  expect(rows).toMatchObject([{ tokenHash: hashToken(token), turnsTwoFactorOff: 0 }]);
  expect(JSON.stringify(rows)).not.toContain(token);
});
