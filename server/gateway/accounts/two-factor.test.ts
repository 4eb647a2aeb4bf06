import { listHistory } from '../store/history.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Browser,
  PASSWORD,
  TEST_SECRET,
  type TestGateway,
  appCode,
  enter,
  openBrowser,
  startTestGateway,
  whoIs,
} from '../testing/test-gateway.ts';
import { LIMITS } from './throttle.ts';

let gateway: TestGateway;
let email: string;
let browser: Browser;
let count = 0;

beforeAll(async () => {
  gateway = await startTestGateway();
});
beforeEach(async () => {
  count += 1;
  email = `member-${count}@studio.test`;
  await gateway.hire(email);
  browser = openBrowser(gateway.app);
  await enter(browser, email);
});
afterAll(() => gateway.close());

function post(url: string, payload: object, by: Browser = browser) {
  return by.ask({ method: 'POST', url, payload });
}

/** Ends with the code of this moment used: the next one is that of 30 s later, which is taken for a minute. */
async function enable(): Promise<{ uri: string; backupCodes: string[] }> {
  const begun = (await post('/api/account/two-factor', { password: PASSWORD })).json<{
    uri: string;
    backupCodes: string[];
  }>();
  expect((await post('/api/account/two-factor/confirm', { code: appCode(begun.uri) })).statusCode).toBe(200);
  return begun;
}

test('asks for the code after the password, and only the right one lets in', async () => {
  const { uri } = await enable();
  expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({ staff: { hasTwoFactor: true } });

  const other = openBrowser(gateway.app);
  expect((await enter(other, email)).json()).toEqual({ next: 'two_factor' });
  expect(await whoIs(other)).toBeNull();
  expect((await other.ask({ url: '/api/studio' })).statusCode).toBe(401);
  const wrong = await post('/api/session/two-factor', { code: appCode(uri, 50) }, other);
  expect(wrong.json()).toMatchObject({ code: 'invalid_request', fields: { code: 'That code isn’t right.' } });
  expect((await post('/api/session/two-factor', { code: appCode(uri, 1) }, other)).statusCode).toBe(200);
  expect(await whoIs(other)).toBe(email);
});

test('takes a code once: a watcher who has seen it typed, and knows the password, comes too late', async () => {
  const { uri } = await enable();
  const [owner, watcher] = [openBrowser(gateway.app), openBrowser(gateway.app)];
  await enter(owner, email);
  await enter(watcher, email);
  const code = appCode(uri, 1);
  expect((await post('/api/session/two-factor', { code }, owner)).statusCode).toBe(200);
  expect((await post('/api/session/two-factor', { code }, watcher)).statusCode).toBe(400);
  expect([await whoIs(owner), await whoIs(watcher)]).toEqual([email, null]);
});

test('is not in force before the app has proven itself', async () => {
  await post('/api/account/two-factor', { password: PASSWORD });
  expect((await post('/api/account/two-factor/confirm', { code: '000000' })).statusCode).toBe(400);
  expect((await enter(openBrowser(gateway.app), email)).json()).toEqual({ next: 'signed_in' });
});

test('a code alone is nothing: without the password before it there is no session', async () => {
  const { uri } = await enable();
  const answer = await post('/api/session/two-factor', { code: appCode(uri, 1) }, openBrowser(gateway.app));
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { message: 'Begin again with your password.' }]);
});

test('is not satisfied by the session or the code of another user', async () => {
  const { uri } = await enable();
  const victim = email;
  const attacker = openBrowser(gateway.app);
  await gateway.hire(`attacker-${count}@studio.test`);
  await enter(attacker, `attacker-${count}@studio.test`);
  const own = attacker.cookies.get('desk.session_token') ?? '';
  await enter(attacker, victim);
  attacker.cookies.set('desk.session_token', own);
  expect((await post('/api/session/two-factor', { code: appCode(uri, 50) }, attacker)).statusCode).toBe(400);
  expect(await whoIs(attacker)).not.toBe(victim);
});

test('is not satisfied by the session of another user either when its cookie is written with a space', async () => {
  const { uri } = await enable();
  const [own, attacker] = [browser, openBrowser(gateway.app)];
  email = `victim-${count}@studio.test`;
  await gateway.hire(email);
  browser = openBrowser(gateway.app);
  await enter(browser, email);
  await enable();
  await enter(attacker, email);
  attacker.cookies.set('desk.session_token ', own.cookies.get('desk.session_token') ?? '');
  // The right code, but of the user whose session it is.
  const answer = await post('/api/session/two-factor', { code: appCode(uri, 1) }, attacker);
  expect(answer.json()).toMatchObject({ message: 'That code isn’t right.' });
});

test('after five wrong codes the password has to come first again', async () => {
  const { uri } = await enable();
  const other = openBrowser(gateway.app);
  await enter(other, email);
  for (const shift of [50, 51, 52, 53, 54]) await post('/api/session/two-factor', { code: appCode(uri, shift) }, other);
  const answer = await post('/api/session/two-factor', { code: appCode(uri, 1) }, other);
  expect(answer.json()).toMatchObject({ message: 'Begin again with your password.' });
  expect(await whoIs(other)).toBeNull();
});

test('a backup code works once', async () => {
  const { backupCodes } = await enable();
  expect(backupCodes).toHaveLength(10);
  const [code = ''] = backupCodes;
  const other = openBrowser(gateway.app);
  await enter(other, email);
  expect((await post('/api/session/two-factor', { code }, other)).statusCode).toBe(200);
  const again = openBrowser(gateway.app);
  await enter(again, email);
  expect((await post('/api/session/two-factor', { code }, again)).statusCode).toBe(400);
});

test.each([
  ['in capitals', (code: string) => code.toUpperCase()],
  ['without its hyphen', (code: string) => code.replace('-', '')],
  ['with a hyphen of another kind', (code: string) => ` ${code.replace('-', ' \u2011 ')}`],
])('a backup code may be typed %s', async (_, typed) => {
  const { backupCodes } = await enable();
  const other = openBrowser(gateway.app);
  await enter(other, email);
  expect((await post('/api/session/two-factor', { code: typed(backupCodes[0] ?? '') }, other)).statusCode).toBe(200);
  expect(await whoIs(other)).toBe(email);
  const again = openBrowser(gateway.app);
  await enter(again, email);
  expect((await post('/api/session/two-factor', { code: backupCodes[0] }, again)).statusCode).toBe(400);
});

test('the digits may be typed as apps show them, in two groups', async () => {
  const { uri } = await enable();
  const other = openBrowser(gateway.app);
  await enter(other, email);
  const code = appCode(uri, 1).replace(/^.{3}/, '$& ');
  expect((await post('/api/session/two-factor', { code }, other)).statusCode).toBe(200);
});

test('goes on working after AUTH_SECRET was changed, as long as the former one is known', async () => {
  const { uri, backupCodes } = await enable();
  const accounts = { secret: 'another-secret-for-tests-of-32-characters', formerSecrets: [TEST_SECRET] };
  const changed = await startTestGateway({ store: gateway.store, accounts });
  for (const code of [appCode(uri, 1), backupCodes[0]]) {
    const other = openBrowser(changed.app);
    await enter(other, email);
    expect((await post('/api/session/two-factor', { code }, other)).statusCode).toBe(200);
    expect(await whoIs(other)).toBe(email);
  }
  await changed.close();
});

test('is switched off with the password only', async () => {
  await enable();
  expect((await post('/api/account/two-factor/disable', { password: 'a guess of a thief' })).statusCode).toBe(400);
  expect((await post('/api/account/two-factor/disable', { password: PASSWORD })).statusCode).toBe(200);
  expect((await enter(openBrowser(gateway.app), email)).json()).toEqual({ next: 'signed_in' });
});

test('its secret is not readable in the database', async () => {
  const { uri, backupCodes } = await enable();
  const rows = await gateway.accounts.auth.$context.then(({ adapter }) => adapter.findMany({ model: 'twoFactor' }));
  const stored = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(0);
  expect(stored).not.toContain(new URL(uri).searchParams.get('secret'));
  expect(stored).not.toContain(backupCodes[0]);
});

test('turning it on ends the other sessions, and uses its code up', async () => {
  email = `late-${(count += 1)}@studio.test`;
  await gateway.hire(email);
  const [own, forgotten] = [openBrowser(gateway.app), openBrowser(gateway.app)];
  await enter(own, email);
  await enter(forgotten, email);
  const begun = await post('/api/account/two-factor', { password: PASSWORD }, own);
  const { uri } = begun.json<{ uri: string }>();
  expect(await whoIs(forgotten)).toBe(email);
  const code = appCode(uri);
  expect((await post('/api/account/two-factor/confirm', { code }, own)).statusCode).toBe(200);
  expect([await whoIs(own), await whoIs(forgotten)]).toEqual([email, null]);
  const elsewhere = openBrowser(gateway.app);
  await enter(elsewhere, email);
  const answer = await post('/api/session/two-factor', { code }, elsewhere);
  expect(answer.json()).toMatchObject({ message: expect.stringContaining('used already') });
});

test('two backup codes in the same moment are no fault: one at least is taken, the other may be tried again', async () => {
  const { backupCodes } = await enable();
  const browsers = [openBrowser(gateway.app), openBrowser(gateway.app)];
  for (const browser of browsers) await enter(browser, email);
  const answers = await Promise.all(
    browsers.map((browser, index) => post('/api/session/two-factor', { code: backupCodes[index] }, browser)),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses).toContain(200);
  for (const status of statuses) expect(status).toBeOneOf([200, 400]);
});

test('wrong codes from elsewhere do not keep the owner out of a device that is known', async () => {
  const { uri, backupCodes } = await enable();
  const known = openBrowser(gateway.app);
  await enter(known, email);
  expect((await post('/api/session/two-factor', { code: backupCodes[0] }, known)).statusCode).toBe(200);
  await known.ask({ method: 'DELETE', url: '/api/session' });
  // An attacker who knows the password guesses codes, from one address after another.
  const statuses: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const stranger = openBrowser(gateway.app, { ip: `192.0.2.${round + 1}` });
    statuses.push((await enter(stranger, email)).statusCode);
    for (const shift of [50, 51, 52]) {
      statuses.push((await post('/api/session/two-factor', { code: appCode(uri, shift) }, stranger)).statusCode);
    }
  }
  expect(statuses).toContain(429);
  await enter(known, email);
  expect((await post('/api/session/two-factor', { code: appCode(uri, 1) }, known)).statusCode).toBe(200);
});

test.each([
  ['as the browser was given it', (value: string) => value],
  ['in quotation marks', (value: string) => `"${value}"`],
  ['in quotation marks and encoded', (value: string) => `"${encodeURIComponent(value)}"`],
  ['with a space that is none in HTTP', (value: string) => `\u00a0${value}`],
])('wrong codes are counted by account when the cookie of the sign-in is sent %s', async (_, write) => {
  const { uri } = await enable();
  const answers: { message: string }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const stranger = openBrowser(gateway.app, { ip: `198.51.${count}.${round}` });
    await enter(stranger, email);
    stranger.cookies.set('desk.two_factor', write(stranger.cookies.get('desk.two_factor') ?? ''));
    for (const shift of [50, 51, 52, 53]) {
      answers.push((await post('/api/session/two-factor', { code: appCode(uri, shift) }, stranger)).json());
    }
  }
  expect(answers.filter(({ message }) => message === 'That code isn’t right.')).toHaveLength(LIMITS.account);
  expect(answers).toContainEqual(expect.objectContaining({ code: 'too_many_attempts' }));
});

test('the record tells a right password whose code is missing from a wrong one, and from a sign-in', async () => {
  const { uri } = await enable();
  const other = openBrowser(gateway.app);
  await enter(other, email, 'a wrong password');
  await enter(other, email);
  await post('/api/session/two-factor', { code: appCode(uri, 1) }, other);
  const { data } = await listHistory(gateway.store, { changesOnly: false }, { page: 0, pageSize: 3 });
  expect(data).toMatchObject([
    { action: 'signInWithCode', result: 'done', staff: { email } },
    { action: 'signIn', result: 'done', staff: null, subject: email },
    { action: 'signIn', result: 'refused', staff: null, subject: email },
  ]);
});
