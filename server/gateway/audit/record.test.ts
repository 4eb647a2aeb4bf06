import { expect, test } from 'vitest';
import { type HistoryEntry, history } from '#contract/history.ts';
import { PASSWORD, type Browser, enter, openBrowser } from '../testing/test-gateway.ts';
import { hang, json, reset, text } from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { type LiveUnderTest, PROFILE, startLive } from '../testing/live-under-test.ts';

const WRITE = 'PUT /customer/cust_123/profile';
const { answer: HistoryPage } = history.listHistory;

/** The newest first, without looks at the history itself. */
async function recorded(desk: LiveUnderTest, query = ''): Promise<HistoryEntry[]> {
  const mo = await desk.signIn('manager');
  const answer = await mo.ask({ url: `/api/history?pageSize=100${query}` });
  return HistoryPage.parse(answer.json()).data.filter(({ action }) => action !== 'listHistory');
}

test('a change of a profile is recorded with who, whom, before, after, result and request', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const payload = { firstname: { from: 'Jane', to: 'Janet' } };
  const answer = await dee.ask({ method: 'PATCH', url: PROFILE, payload });
  const [entry] = await recorded(desk, '&customerId=cust_123&changesOnly=true');
  expect(entry).toMatchObject({
    staff: { name: 'The desk', role: 'desk' },
    action: 'updateProfile',
    customerId: 'cust_123',
    changes: [{ field: 'firstname', before: 'Jane', after: 'Janet' }],
    result: 'done',
    code: null,
    requestId: answer.headers['x-request-id'],
  });
});

test.each([
  ['refused by Reservie', json(400, { error: 'bad', message: 'no' }), 'refused', 'invalid_request'],
  ['ended by Reservie’s fault', text(500, ''), 'unclear', 'reservie_unavailable'],
  ['slowed down', text(429, ''), 'failed', 'rate_limited'],
  ['lost on the way', reset, 'unclear', 'reservie_unavailable'],
])('a change that is %s is recorded as such', async (_, behaviour, result, code) => {
  const desk = await startLive();
  desk.upstream.behave(WRITE, behaviour);
  await desk.save(await desk.signIn('desk'), 'firstname', 'Janet');
  expect(await recorded(desk, '&changesOnly=true')).toMatchObject([{ action: 'updateProfile', result, code }]);
});

test('a clash with what another user did is recorded, and so is what they did', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  desk.becomes({ firstname: 'Jana' });
  expect(await desk.save(dee, 'firstname', 'Janet')).toBe(409);
  // Versions are compared in the background.
  await expect
    .poll(async () => {
      const entries = await recorded(desk, '&customerId=cust_123&changesOnly=true');
      return entries.toSorted((a, b) => a.action.localeCompare(b.action));
    })
    .toMatchObject([
      { action: 'changedOutside', staff: null, changes: [{ field: 'firstname', before: 'Jane', after: 'Jana' }] },
      { action: 'updateProfile', result: 'conflict', code: 'conflict' },
    ]);
});

test('what is asked of Reservie once is recorded for each user who looks, and shown as their role may see it', async () => {
  const desk = await startLive();
  desk.upstream.behave('GET /customer/cust_123/notes', json(200, { data: [], total: 0 }));
  const readers = [await desk.signIn('viewer'), await desk.signIn('desk'), await desk.signIn('viewer')];
  const seen = [];
  for (const reader of readers) seen.push((await reader.ask({ url: PROFILE })).json<{ data: object }>().data);
  expect(seen).toMatchObject([{ lastname: 'S.' }, { lastname: 'Smith' }, { lastname: 'S.' }]);
  const notes = '/api/customers/cust_123/notes';
  for (const role of ['desk', 'manager'] as const) {
    expect((await (await desk.signIn(role)).ask({ url: notes })).statusCode).toBe(200);
  }
  const operations = desk.upstream.calls.map(({ operation }) => operation);
  expect(operations).toEqual([`GET /customer/cust_123/profile`, 'GET /customer/cust_123/notes']);
  const reads = (await recorded(desk)).map(({ action, staff }) => `${action} ${staff?.role}`);
  expect(reads.toSorted()).toEqual([
    'getProfile desk',
    'getProfile viewer',
    'getProfile viewer',
    'listNotes desk',
    'listNotes manager',
  ]);
});

test('a write stands in the record before it is attempted', async () => {
  const desk = await startLive({ timeoutMs: 20_000 });
  desk.upstream.behave(WRITE, hang);
  const saving = desk.save(await desk.signIn('desk'), 'firstname', 'Janet');
  await expect.poll(() => desk.upstream.calls.some(({ operation }) => operation === WRITE)).toBe(true);
  expect(await recorded(desk, '&changesOnly=true')).toMatchObject([
    { action: 'updateProfile', result: null, code: null },
  ]);
  await desk.upstream.close();
  await saving;
});

test('what cannot be recorded is not done', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  await desk.store.db.schema.alterTable('history').renameTo('history_gone').execute();
  expect(await desk.save(dee, 'firstname', 'Janet')).toBe(500);
  expect(desk.upstream.calls.map(({ operation }) => operation)).not.toContain(WRITE);
  // Reads go on.
  expect((await dee.ask({ url: PROFILE })).statusCode).toBe(200);
  await desk.store.db.schema.alterTable('history_gone').renameTo('history').execute();
});

test('who looked at what is recorded, the list apart', async () => {
  const desk = await startLive();
  const page = json(200, { data: [], total: 0, page: 0, pageSize: 30 });
  const dee = await desk.signIn('desk');
  for (const tab of ['notes', 'questionnaire-answers', 'appointments', 'packages']) {
    desk.upstream.behave(`GET /customer/cust_123/${tab}`, page);
  }
  await dee.ask({ url: '/api/customers' });
  for (const tab of ['profile', 'notes', 'questionnaires', 'appointments', 'passes']) {
    expect((await dee.ask({ url: `/api/customers/cust_123/${tab}` })).statusCode).toBe(200);
  }
  const entries = await recorded(desk, '&customerId=cust_123');
  expect(entries.map(({ action }) => action)).toEqual(['listAppointments', 'listNotes', 'getProfile']);
  expect(entries.every(({ staff, result }) => staff?.role === 'desk' && result === 'done')).toBe(true);
});

test('an attempt above one’s role is recorded', async () => {
  const desk = await startLive();
  const vic = await desk.signIn('viewer');
  expect(await desk.save(vic, 'firstname', 'Janet')).toBe(403);
  expect(await recorded(desk)).toMatchObject([
    {
      action: 'updateProfile',
      staff: { role: 'viewer' },
      customerId: 'cust_123',
      result: 'refused',
      code: 'forbidden',
    },
  ]);
});

test('coming and going is recorded, failures too, and never a password', async () => {
  const desk = await startLive();
  await desk.hire('ada@studio.example');
  const browser = openBrowser(desk.app);
  await enter(browser, 'ada@studio.example', 'the wrong password');
  await enter(browser, 'stranger@studio.example', 'the wrong password');
  await enter(browser, 'ada@studio.example', PASSWORD);
  await browser.ask({ method: 'DELETE', url: '/api/session' });
  await browser.ask({ method: 'DELETE', url: '/api/session' });
  const entries = await recorded(desk);
  expect(entries).toMatchObject([
    { action: 'signOut', staff: { name: 'ada@studio.example' }, result: 'done' },
    { action: 'signIn', staff: { name: 'ada@studio.example' }, subject: null, result: 'done' },
    { action: 'signIn', staff: null, subject: 'stranger@studio.example', result: 'refused', code: 'invalid_request' },
    { action: 'signIn', staff: null, subject: 'ada@studio.example', result: 'refused' },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/wrong password|battery/);
});

test('strangers who are slowed down cannot fill the record', async () => {
  let now = Date.parse('2026-03-03T09:00:00Z');
  const desk = await startLive({ clock: () => now });
  for (let attempt = 0; attempt < 14; attempt += 1) {
    await enter(openBrowser(desk.app), 'ada@studio.example', 'guess');
    now += 1;
  }
  const codes = (await recorded(desk)).map(({ code }) => code);
  expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(1);
});

test('a change of staff is recorded before and after', async () => {
  const desk = await startLive();
  const id = await desk.hire('ada@studio.example', 'viewer');
  const mo = await desk.signIn('manager');
  await mo.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload: { role: 'desk', isDisabled: true } });
  await mo.ask({
    method: 'POST',
    url: '/api/staff/invitations',
    payload: { email: 'bo@studio.example', role: 'desk' },
  });
  const entries = await recorded(desk);
  expect(entries).toMatchObject([
    { action: 'inviteStaff', subject: 'bo@studio.example', changes: [{ field: 'role', before: null, after: 'desk' }] },
    {
      action: 'changeStaff',
      staff: { name: 'The manager' },
      subject: 'ada@studio.example',
      changes: [
        { field: 'role', before: 'viewer', after: 'desk' },
        { field: 'isDisabled', before: 'false', after: 'true' },
      ],
      result: 'done',
    },
  ]);
});

test('whether Reservie agreed later is added to the record', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  desk.upstream.behave(
    'GET /customer/cust_123/profile',
    json(200, { data: JANE }),
    json(200, { data: { ...JANE, firstname: 'Janet' } }),
  );
  await desk.save(dee, 'firstname', 'Janet');
  await expect
    .poll(async () => (await recorded(desk, '&changesOnly=true'))[0])
    .toMatchObject({ result: 'done', confirmation: 'confirmed' });
});

test('all of it leaves as CSV, and that is recorded first', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  expect(await desk.save(dee, 'lastname', 'O"Hara')).toBe(200);
  const mo = await desk.signIn('manager');
  const answer = await mo.ask({ url: '/api/history.csv?customerId=cust_123' });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="history.csv"',
  });
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = answer.body.split('\r\n');
  expect(lines[0]).toContain('When,Who,Role,Action,Customer,About,Field,Before,After,Result');
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,The manager,manager,exportHistory,cust_123,,,,,unknown/);
  expect(lines[2]).toContain(',The desk,desk,updateProfile,cust_123,,lastname,Smith,"O""Hara",done,,'.slice(1));
  expect(await recorded(desk)).toMatchObject([{ action: 'exportHistory', result: 'done' }, {}, {}]);
});

test.each(['/api/history', '/api/history.csv', '/api/customers/cust_123/versions'])(
  'only managers read %s',
  async (url) => {
    const desk = await startLive();
    const status = async (browser: Browser) => (await browser.ask({ url })).statusCode;
    expect(await status(openBrowser(desk.app))).toBe(401);
    expect(await status(await desk.signIn('viewer'))).toBe(403);
    expect(await status(await desk.signIn('desk'))).toBe(403);
    expect(await status(await desk.signIn('manager'))).toBe(200);
  },
);

test('the versions of a profile, by every author, the newest first', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  await desk.save(dee, 'firstname', 'Janet');
  desk.becomes({ firstname: 'Janet', mobile: '1' });
  await dee.ask({ url: '/api/customers' });
  const mo = await desk.signIn('manager');
  const versions = async () =>
    (await mo.ask({ url: '/api/customers/cust_123/versions' })).json<{ data: object[] }>().data;
  await expect.poll(versions).toMatchObject([
    { firstname: 'Janet', mobile: '1', archived: false, origin: 'outside', by: null },
    { firstname: 'Janet', mobile: JANE.mobile, origin: 'desk', by: 'The desk' },
    { firstname: 'Jane', origin: 'first', by: null },
  ]);
});
