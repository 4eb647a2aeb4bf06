import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { classes } from '#contract/classes.ts';
import { shortcutApi } from '#contract/shortcuts.ts';
import { gateway as desk } from '#contract/gateway.ts';
import { history } from '#contract/history.ts';
import { live } from '#contract/live.ts';
import type { Role } from '#contract/role.ts';
import { staffApi } from '#contract/staff.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import {
  type Browser,
  PASSWORD,
  type TestGateway,
  appCode,
  enter,
  openBrowser,
  startTestGateway,
} from '../testing/test-gateway.ts';

const ENDPOINTS = Object.entries({
  ...desk,
  ...staffApi,
  ...shortcutApi,
  ...history,
  ...live,
  ...classes,
  ...studioSettings,
});
const URL = '/api/staff/second-factor';

let gateway: TestGateway;
/** Comes without a password. */
let manager: Browser;
beforeEach(async () => {
  gateway = await startTestGateway();
  manager = await gateway.signIn('manager');
});
afterEach(() => gateway.close());

function require(roles: readonly string[], by = manager) {
  return by.ask({ method: 'PUT', url: URL, payload: { roles } });
}

async function signIn(email: string, role: Role = 'desk'): Promise<Browser> {
  await gateway.hire(email, role);
  const browser = openBrowser(gateway.app);
  await enter(browser, email);
  return browser;
}

async function turnOn(browser: Browser): Promise<string> {
  const begun = await browser.ask({ method: 'POST', url: '/api/account/two-factor', payload: { password: PASSWORD } });
  const { uri } = begun.json<{ uri: string }>();
  const payload = { code: appCode(uri) };
  const confirmed = await browser.ask({ method: 'POST', url: '/api/account/two-factor/confirm', payload });
  expect(confirmed.statusCode).toBe(200);
  return uri;
}

describe('a member of staff who needs a second factor and has none', () => {
  test('is refused everything but turning it on and signing out everywhere', async () => {
    await require(['manager']);
    const browser = await signIn('mo@studio.test', 'manager');
    const open: string[] = [];
    for (const [name, { access, path, method }] of ENDPOINTS) {
      // Signing out everywhere is last among what works: it ends the session.
      if (access === 'public' || name === 'signOutEverywhere') continue;
      const url = path.replace(/\{\w+\}/g, 'cust_1');
      const answer = await browser.ask({ method, url, ...(method !== 'GET' && { payload: {} }) });
      if (answer.statusCode !== 403 || answer.json<{ code: string }>().code !== 'two_factor_required') open.push(name);
    }
    expect(open).toEqual(['beginTwoFactor', 'confirmTwoFactor']);
    expect((await browser.ask({ method: 'DELETE', url: '/api/sessions' })).statusCode).toBe(200);
  });

  test('is told so, turns it on, and works', async () => {
    await require(['desk']);
    const browser = await signIn('dee@studio.test');
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({ staff: { needsTwoFactor: true } });
    await turnOn(browser);
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({ staff: { needsTwoFactor: false } });
    expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(200);
  });

  test('is asked again where the phone was lost and a manager’s link turned it off', async () => {
    await require(['desk']);
    const id = await gateway.hire('dee@studio.test');
    const browser = openBrowser(gateway.app);
    await enter(browser, 'dee@studio.test');
    await turnOn(browser);
    const made = await manager.ask({
      method: 'POST',
      url: `/api/staff/${id}/password-link`,
      payload: { turnsTwoFactorOff: true },
    });
    const token = new globalThis.URL(made.json<{ link: string }>().link).hash.slice(1);
    const next = 'eleven quiet lanterns';
    await browser.ask({ method: 'POST', url: '/api/new-password', payload: { token, password: next } });
    expect((await enter(browser, 'dee@studio.test', next)).json()).toEqual({ next: 'signed_in' });
    expect((await browser.ask({ url: '/api/studio' })).json()).toMatchObject({ code: 'two_factor_required' });
  });
});

describe('requiring a second factor', () => {
  test('lets sessions that are open already go on until they end', async () => {
    const browser = await signIn('dee@studio.test');
    await require(['desk']);
    expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(200);
    await enter(browser, 'dee@studio.test');
    expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(403);
  });

  test('begins for a role when it is first named, whatever is saved later', async () => {
    await require(['desk']);
    const browser = await signIn('dee@studio.test');
    await require(['viewer', 'desk']);
    expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(403);
    await require(['viewer']);
    expect((await browser.ask({ url: '/api/studio' })).statusCode).toBe(200);
  });

  test('holds at once for a member who is given such a role', async () => {
    await require(['manager']);
    const id = await gateway.hire('dee@studio.test');
    const browser = openBrowser(gateway.app);
    await enter(browser, 'dee@studio.test');
    await manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload: { role: 'manager' } });
    expect((await browser.ask({ url: '/api/staff' })).json()).toMatchObject({ code: 'two_factor_required' });
  });

  test('of managers needs one of one’s own, so that one manager is never locked out', async () => {
    const mo = await signIn('mo@studio.test', 'manager');
    const refused = await require(['manager'], mo);
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'conflict' }]);
    await turnOn(mo);
    expect((await require(['manager'], mo)).json()).toEqual({ roles: ['manager'] });
    expect((await mo.ask({ url: '/api/staff' })).statusCode).toBe(200);
  });

  test('keeps it from being turned off', async () => {
    const browser = await signIn('dee@studio.test');
    await turnOn(browser);
    await require(['desk']);
    const payload = { password: PASSWORD };
    const refused = await browser.ask({ method: 'POST', url: '/api/account/two-factor/disable', payload });
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'conflict' }]);
  });

  test('is recorded with the roles before and after', async () => {
    await require(['desk']);
    await require(['viewer', 'manager']);
    const { data } = history.listHistory.answer.parse(
      (await manager.ask({ url: '/api/history?changesOnly=true' })).json(),
    );
    expect(data.filter(({ action }) => action === 'requireSecondFactor').map(({ changes }) => changes)).toEqual([
      [{ field: 'roles', before: 'desk', after: 'viewer, manager' }],
      [{ field: 'roles', before: '', after: 'desk' }],
    ]);
  });

  test('is a manager’s to do', async () => {
    const browser = await signIn('dee@studio.test');
    expect((await require([], browser)).statusCode).toBe(403);
    expect((await browser.ask({ url: URL })).statusCode).toBe(403);
  });

  test.each([[['owner']], [['desk', 'desk']], [null], ['desk'], [[1]]])('refuses %j', async (roles) => {
    const refused = await manager.ask({ method: 'PUT', url: URL, payload: { roles } });
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'invalid_request' }]);
  });
});
