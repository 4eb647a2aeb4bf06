import { expect, onTestFinished, test } from 'vitest';
import { enter, openBrowser, startTestGateway, whoIs } from '../testing/test-gateway.ts';
import { forgetOld } from './forget-old.ts';

const HOUR = 60 * 60_000;

test('sessions, links and devices are removed once they are over, and nothing before', async () => {
  const { app, store, accounts, hire, close } = await startTestGateway();
  onTestFinished(close);
  const userId = await hire('dee@studio.test');
  const browser = openBrowser(app);
  await enter(browser, 'dee@studio.test');
  const now = Date.now();
  const link = { userId, tokenHash: 'over', turnsTwoFactorOff: 0, expiresAt: now - 1 };
  await store.db.insertInto('passwordLink').values(link).execute();
  const kept = async () => ({
    sessions: (await store.db.selectFrom('session').selectAll().execute()).length,
    devices: (await store.db.selectFrom('knownDevice').selectAll().execute()).length,
    links: (await store.db.selectFrom('passwordLink').selectAll().execute()).length,
  });
  await forgetOld(accounts.auth, store, now);
  expect(await kept()).toEqual({ sessions: 1, devices: 1, links: 0 });
  expect(await whoIs(browser)).toBe('dee@studio.test');
  await forgetOld(accounts.auth, store, now + 24 * HOUR);
  expect(await kept()).toEqual({ sessions: 0, devices: 1, links: 0 });
  await forgetOld(accounts.auth, store, now + 400 * 24 * HOUR);
  expect(await kept()).toEqual({ sessions: 0, devices: 0, links: 0 });
});
