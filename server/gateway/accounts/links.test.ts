import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeLinkToken } from './secrets.ts';
import { PASSWORD, type TestGateway, enter, openBrowser, startTestGateway, whoIs } from '../testing/test-gateway.ts';

const DAY = 24 * 60 * 60_000;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => gateway.close());

function post(url: string, payload: object, browser = openBrowser(gateway.app)) {
  return browser.ask({ method: 'POST', url, payload });
}

function tokenOf(link: string | undefined): string {
  return link?.split('#')[1] ?? '';
}

function passTime(ms: number): void {
  vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
}

function statusesOf(answers: { statusCode: number }[]): number[] {
  return answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
}

function accept(link: string) {
  return post('/api/invitations/accept', { token: tokenOf(link), name: 'Cat', password: PASSWORD });
}

async function invite(email: string, role = 'viewer'): Promise<string> {
  const manager = await gateway.signIn('manager');
  const answer = await manager.ask({ method: 'POST', url: '/api/staff/invitations', payload: { email, role } });
  return answer.json<{ link: string }>().link;
}

/** As the page of staff shows them. */
async function invitationsTo(email: string): Promise<{ id: string; email: string }[]> {
  const manager = await gateway.signIn('manager');
  const answer = await manager.ask({ url: '/api/staff' });
  const { invitations } = answer.json<{ invitations: { id: string; email: string }[] }>();
  return invitations.filter((invitation) => invitation.email === email);
}

/** Accepts an invitation while the database refuses the new member; `meanwhile` happens before it does. */
async function failToAdd(token: string, meanwhile?: () => Promise<void>): Promise<void> {
  const { internalAdapter } = await gateway.accounts.auth.$context;
  const adding = vi.spyOn(internalAdapter, 'createUser').mockImplementationOnce(async () => {
    await meanwhile?.();
    throw new Error('The database is away.');
  });
  await expect(gateway.accounts.newcomers.accept(token, 'Cat', PASSWORD)).rejects.toThrow('The database is away.');
  adding.mockRestore();
}

describe('the set-up link', () => {
  const first = { name: 'Mia', email: 'mia@studio.test', password: PASSWORD };

  test('is not guessed, not used when it is old, and makes one manager once', async () => {
    const studio = await startTestGateway();
    const use = (token: string) => post('/api/set-up', { token, ...first }, openBrowser(studio.app));
    expect((await use(makeLinkToken())).statusCode).toBe(404);
    expect((await use('short')).statusCode).toBe(400);

    const old = await studio.app.makeSetUpLink();
    passTime(DAY);
    expect((await use(tokenOf(old))).statusCode).toBe(404);

    const [one, two] = [await studio.app.makeSetUpLink(), await studio.app.makeSetUpLink()];
    expect(one).toMatch(/^\/set-up#[\w-]{43}$/);
    const uses = await Promise.all([use(tokenOf(one)), use(tokenOf(one)), use(tokenOf(one))]);
    expect(statusesOf(uses)).toEqual([200, 404, 404]);
    expect((await use(tokenOf(one))).statusCode).toBe(404);
    expect((await use(tokenOf(two))).statusCode).toBe(404);
    expect(await studio.app.makeSetUpLink()).toBeUndefined();

    const browser = openBrowser(studio.app);
    await enter(browser, first.email);
    expect((await browser.ask({ url: '/api/staff' })).json()).toMatchObject({ data: [{ role: 'manager' }] });
    await studio.close();
  });

  test('signs the new manager in', async () => {
    const studio = await startTestGateway();
    const browser = openBrowser(studio.app);
    await post('/api/set-up', { token: tokenOf(await studio.app.makeSetUpLink()), ...first }, browser);
    expect(await whoIs(browser)).toBe('mia@studio.test');
    await studio.close();
  });
});

describe('an invitation', () => {
  test('makes a newcomer a member with the role that the manager chose, and signs them in', async () => {
    const link = await invite('ada@studio.test', 'desk');
    expect(link).toMatch(/^http:\/\/localhost\/join#[\w-]{43}$/);
    const browser = openBrowser(gateway.app);
    const payload = { token: tokenOf(link), name: 'Ada', password: PASSWORD, role: 'manager', email: 'x@evil.example' };
    expect((await post('/api/invitations/accept', payload, browser)).statusCode).toBe(200);
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({
      staff: { name: 'Ada', email: 'ada@studio.test', role: 'desk' },
    });
  });

  test('works once, also for two who use it in the same moment', async () => {
    const payload = { token: tokenOf(await invite('ben@studio.test')), name: 'Ben', password: PASSWORD };
    const uses = await Promise.all([1, 2, 3].map(() => post('/api/invitations/accept', payload)));
    expect(statusesOf(uses)).toEqual([200, 404, 404]);
    expect((await post('/api/invitations/accept', payload)).statusCode).toBe(404);
  });

  test('is not forged, and a set-up link is none', async () => {
    const studio = await startTestGateway();
    const setUp = tokenOf(await studio.app.makeSetUpLink());
    const browser = openBrowser(studio.app);
    for (const token of [makeLinkToken(), setUp]) {
      const answer = await post('/api/invitations/accept', { token, name: 'Eve', password: PASSWORD }, browser);
      expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
    }
    await studio.close();
  });

  test('is over after a week, when it is withdrawn, and when a newer one replaces it', async () => {
    const replaced = await invite('cat@studio.test');
    const withdrawn = await invite('cat@studio.test', 'desk');
    expect((await accept(replaced)).statusCode).toBe(404);

    const manager = await gateway.signIn('manager');
    const { invitations } = (await manager.ask({ url: '/api/staff' })).json<{ invitations: { id: string }[] }>();
    expect(invitations).toMatchObject([{ email: 'cat@studio.test', role: 'desk', invitedBy: 'The manager' }]);
    const url = `/api/staff/invitations/${invitations[0]?.id}`;
    expect((await manager.ask({ method: 'DELETE', url })).statusCode).toBe(200);
    expect((await manager.ask({ method: 'DELETE', url })).statusCode).toBe(404);
    expect((await accept(withdrawn)).statusCode).toBe(404);

    const old = await invite('cat@studio.test');
    passTime(7 * DAY);
    expect((await accept(old)).statusCode).toBe(404);
  });

  test('stays what it is when the password was refused, so that it can be withdrawn on a page from before', async () => {
    const link = await invite('fay@studio.test');
    const [before] = await invitationsTo('fay@studio.test');
    const weak = { token: tokenOf(link), name: 'Fay', password: 'password1234' };
    expect((await post('/api/invitations/accept', weak)).json()).toMatchObject({
      fields: { password: expect.any(String) as string },
    });
    expect(await invitationsTo('fay@studio.test')).toEqual([before]);

    const manager = await gateway.signIn('manager');
    const url = `/api/staff/invitations/${before?.id}`;
    expect((await manager.ask({ method: 'DELETE', url })).statusCode).toBe(200);
    expect((await accept(link)).statusCode).toBe(404);
  });

  test('is not lost, and is the same, after a fault of ours', async () => {
    const link = await invite('gil@studio.test');
    const before = await invitationsTo('gil@studio.test');
    await failToAdd(tokenOf(link));
    expect(await invitationsTo('gil@studio.test')).toEqual(before);
    expect((await accept(link)).statusCode).toBe(200);
  });

  test('does not take the place of a newer one after a fault of ours', async () => {
    const link = await invite('hal@studio.test');
    let newer = '';
    await failToAdd(tokenOf(link), async () => {
      newer = await invite('hal@studio.test', 'desk');
    });
    expect(await invitationsTo('hal@studio.test')).toMatchObject([{ role: 'desk' }]);
    expect((await accept(link)).statusCode).toBe(404);
    expect((await accept(newer)).statusCode).toBe(200);
  });

  test('is not made for an existing member', async () => {
    await gateway.hire('dan@studio.test');
    const manager = await gateway.signIn('manager');
    const payload = { email: 'Dan@studio.test', role: 'manager' };
    const answer = await manager.ask({ method: 'POST', url: '/api/staff/invitations', payload });
    expect(answer.json()).toMatchObject({ code: 'invalid_request', fields: { email: expect.any(String) as string } });
  });

  test('cannot be read out of the database', async () => {
    const token = tokenOf(await invite('eve@studio.test'));
    const rows = await gateway.store.db
      .selectFrom('invitation')
      .selectAll()
      .where('email', '=', 'eve@studio.test')
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
