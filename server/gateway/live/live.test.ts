import { expect, test } from 'vitest';
import { buildGateway } from '../app.ts';
import { openBrowser, TEST_SECRET } from '../testing/test-gateway.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { openStore } from '../store/open-store.ts';
import { MOST_STREAMS } from './live-events.ts';
import { PROFILE, startLive } from '../testing/live-under-test.ts';

test('a save reaches every watching page, and again when Reservie agrees', async () => {
  const time = fakeSchedule();
  const desk = await startLive({ clock: time.clock, schedule: time.schedule });
  const [dee, mo] = [await desk.signIn('desk'), await desk.signIn('manager')];
  const watch = await desk.watch(mo);
  expect(await desk.save(dee, 'firstname', 'Janet')).toBe(200);
  const janet = { ...JANE, firstname: 'Janet' };
  expect(await watch.next()).toMatchObject({
    event: 'customer',
    data: { customer: janet, by: 'The desk', state: 'saved' },
  });
  desk.becomes({ firstname: 'Janet' });
  time.pass(2_000);
  expect(await watch.next()).toMatchObject({ data: { customer: janet, by: 'The desk', state: 'confirmed' } });
});

test('what Reservie does not show for five minutes is said not to be confirmed', async () => {
  const time = fakeSchedule();
  const desk = await startLive({ clock: time.clock, schedule: time.schedule });
  const dee = await desk.signIn('desk');
  const watch = await desk.watch(dee);
  await desk.save(dee, 'firstname', 'Janet');
  expect(await watch.next()).toMatchObject({ data: { state: 'saved' } });
  time.pass(2_000);
  await expect.poll(() => time.waiting()).toBeGreaterThan(1);
  time.pass(300_000);
  expect(await watch.next()).toMatchObject({ data: { state: 'not_confirmed' } });
});

test('viewers see who it is about, masked', async () => {
  const desk = await startLive();
  const watch = await desk.watch(await desk.signIn('viewer'));
  await desk.save(await desk.signIn('desk'), 'lastname', 'Jones');
  expect(await watch.next()).toMatchObject({
    data: { customer: { lastname: 'J.', email: 'j••••@example.com', mobile: '•••123' }, state: 'saved' },
  });
});

test('watching needs a session, and listening does not prolong a session', async () => {
  const desk = await startLive();
  expect((await desk.watch(openBrowser(desk.app))).status).toBe(401);
  const watch = await desk.watch(await desk.signIn('viewer'));
  expect(watch.status).toBe(200);
  expect(watch.headers).not.toHaveProperty('set-cookie');
  expect(watch.headers['x-accel-buffering']).toBe('no');
  expect(watch.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(watch.headers['cache-control']).toContain('no-transform');
});

test('a page is told what happened between its session and its stream; without a session nothing says where that is', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const session = (await dee.ask({ url: '/api/session' })).json<{ lastEvent: string }>();
  await desk.save(dee, 'firstname', 'Janet');
  const watch = await desk.watch(dee, { 'last-event-id': session.lastEvent });
  expect(await watch.next()).toMatchObject({ event: 'customer', data: { state: 'saved' } });
  expect((await openBrowser(desk.app).ask({ url: '/api/session' })).json()).not.toHaveProperty('lastEvent');
});

test('HEAD opens no stream', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const answer = await dee.ask({ method: 'HEAD', url: '/api/events' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
});

test('a change made elsewhere, seen in a profile, is told without a name', async () => {
  let now = Date.parse('2026-03-03T09:00:00Z');
  const desk = await startLive({ clock: () => now });
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  const watch = await desk.watch(dee);
  desk.becomes({ email: 'janet@example.com' });
  // What is kept is shown at once, and refetched behind it.
  now += 60_000;
  expect((await dee.ask({ url: PROFILE })).json()).toMatchObject({ data: { email: JANE.email } });
  expect(await watch.next()).toMatchObject({
    event: 'customer',
    data: { customer: { email: 'janet@example.com' }, by: null, state: 'confirmed' },
  });
  expect((await dee.ask({ url: PROFILE })).json()).toMatchObject({ data: { email: 'janet@example.com' } });
});

test('a profile kept from before is not taken for a change back', async () => {
  let now = Date.parse('2026-03-03T09:00:00Z');
  const desk = await startLive({ clock: () => now });
  const dee = await desk.signIn('desk');
  await dee.ask({ url: PROFILE });
  const watch = await desk.watch(dee);
  desk.becomes({ firstname: 'Janet' });
  await dee.ask({ url: '/api/customers' });
  const kept = await dee.ask({ url: PROFILE });
  expect(kept.json()).toMatchObject({ data: { firstname: 'Jane' } });
  now += 200_000;
  desk.becomes({ firstname: 'Jana' });
  await dee.ask({ url: PROFILE });
  expect(await watch.next()).toMatchObject({ event: 'customer', data: { customer: { firstname: 'Jana' } } });
});

test('a list that is not as before is told of, one that is is not', async () => {
  let now = Date.parse('2026-03-03T09:00:00Z');
  const desk = await startLive({ clock: () => now });
  const dee = await desk.signIn('desk');
  const watch = await desk.watch(dee);
  for (const changes of [{}, {}, { firstname: 'Janet' }]) {
    desk.becomes(changes);
    await dee.ask({ url: '/api/customers' });
    now += 301_000;
  }
  expect(await watch.next()).toMatchObject({ event: 'directory', data: { asOf: '2026-03-03T09:10:02.000Z' } });
});

test('who comes back gets what they missed, or is told to read the list again', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const watch = await desk.watch(dee);
  await desk.save(dee, 'firstname', 'Janet');
  const first = await watch.next();
  await desk.save(dee, 'firstname', 'Jana', 'Janet');
  const again = await desk.watch(dee, { 'last-event-id': String(first?.id) });
  expect(await again.next()).toMatchObject({ data: { customer: { firstname: 'Jana' } } });
  const stranger = await desk.watch(dee, { 'last-event-id': 'of-another-process-7' });
  expect(await stranger.next()).toMatchObject({ event: 'directory', data: { asOf: null } });
});

test('a stream ends with the session, at once', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const other = await desk.watch(await desk.signIn('manager'));
  const watch = await desk.watch(dee);
  await dee.ask({ method: 'DELETE', url: '/api/session' });
  expect(await watch.next()).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
  expect(await watch.next()).toBeUndefined();
  await desk.save(await desk.signIn('desk'), 'firstname', 'Janet');
  expect(await other.next()).toMatchObject({ event: 'customer' });
});

test('a stream ends when its member of staff is disabled, and when their role shows them something else', async () => {
  const desk = await startLive();
  const [dee, mo, vic] = [await desk.signIn('desk'), await desk.signIn('manager'), await desk.signIn('viewer')];
  const [watch, viewers] = [await desk.watch(dee), await desk.watch(vic)];
  const { data } = (await mo.ask({ url: '/api/staff' })).json<{ data: { id: string; role: string }[] }>();
  const idOf = (role: string) => data.find((one) => one.role === role)?.id;
  await mo.ask({ method: 'PATCH', url: `/api/staff/${idOf('desk')}`, payload: { isDisabled: true } });
  expect(await watch.next()).toMatchObject({ data: { reason: 'signed_out' } });
  await mo.ask({ method: 'PATCH', url: `/api/staff/${idOf('viewer')}`, payload: { role: 'desk' } });
  expect(await viewers.next()).toMatchObject({ data: { reason: 'closing' } });
});

test('a stream ends when its session is over, though nothing else happens', async () => {
  const time = fakeSchedule(Date.now());
  const desk = await startLive({
    clock: time.clock,
    schedule: time.schedule,
    accounts: { secret: TEST_SECRET, absoluteMs: 60_000 },
  });
  const watch = await desk.watch(await desk.signIn('desk'));
  time.pass(90_000);
  expect(await watch.next()).toMatchObject({ data: { reason: 'signed_out' } });
});

test('one member of staff has so many streams and no more: the oldest makes room', async () => {
  const desk = await startLive();
  const dee = await desk.signIn('desk');
  const watches = [];
  for (let count = 0; count <= MOST_STREAMS; count += 1) watches.push(await desk.watch(dee));
  expect(await watches[0]?.next()).toMatchObject({ data: { reason: 'too_many' } });
  await desk.save(dee, 'firstname', 'Janet');
  expect(await watches[1]?.next()).toMatchObject({ event: 'customer' });
});

test('open streams do not hold back the end of the gateway', async () => {
  const desk = await startLive();
  const watch = await desk.watch(await desk.signIn('desk'));
  const closing = desk.app.close();
  expect(await watch.next()).toMatchObject({ event: 'bye', data: { reason: 'closing' } });
  await closing;
});

test.runIf(process.env['STORE'] === 'postgres')(
  'processes on one database share events, overlays and the end of sessions',
  async ({ onTestFinished }) => {
    const own = await openTestStore();
    const desk = await startLive({ store: own });
    const secondStore = await openStore(own.options);
    const second = await buildGateway({
      reservie: desk.upstream.account,
      mode: 'live',
      timeZone: 'Europe/London',
      store: secondStore,
      accounts: { secret: TEST_SECRET },
    });
    onTestFinished(async () => {
      await second.close();
      await secondStore.close();
    });
    const dee = await desk.signIn('desk');
    const cookie = [...dee.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, host: 'localhost', 'sec-fetch-site': 'same-origin' };
    const there = { ...openBrowser(second), cookies: dee.cookies };
    await second.inject({ url: '/api/customers', headers });
    const watch = await desk.watch(there);
    const saving = {
      method: 'PATCH',
      url: PROFILE,
      headers,
      payload: { firstname: { from: 'Jane', to: 'Janet' } },
    } as const;
    expect((await second.inject(saving)).statusCode).toBe(200);
    expect(await watch.next()).toMatchObject({
      data: { customer: { firstname: 'Janet' }, by: 'The desk', state: 'saved' },
    });
    // Reservie still says Jane; the other process knows better.
    expect((await dee.ask({ url: PROFILE })).json()).toMatchObject({ data: { firstname: 'Janet' } });
    await second.inject({ method: 'DELETE', url: '/api/session', headers });
    expect(await watch.next()).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
  },
);
