import { expect, onTestFinished, test, vi } from 'vitest';
import { LocalBus } from '../live/event-bus.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { startLive } from '../testing/live-under-test.ts';
import { PASSWORD, appCode, enter, openBrowser, startTestGateway } from '../testing/test-gateway.ts';

const SIGN_OUT = { method: 'DELETE', url: '/api/session' } as const;

test('a stranger who signs out, over and over, has no open stream looked at again', async () => {
  const published = vi.spyOn(LocalBus.prototype, 'publish');
  onTestFinished(() => published.mockRestore());
  const { app, signIn, close } = await startTestGateway();
  onTestFinished(close);
  const dee = await signIn('desk');
  for (let count = 0; count < 5; count += 1) {
    expect((await openBrowser(app).ask(SIGN_OUT)).json()).toEqual({ done: true });
  }
  await dee.ask(SIGN_OUT);
  const looks = () => published.mock.calls.filter(([{ kind }]) => kind === 'sessions').length;
  await expect.poll(looks).toBe(1);
});

test('a stream ends at once when its browser gives the password of another account, though the code is missing', async () => {
  // No heartbeat comes to look at it by itself.
  const desk = await startLive({ schedule: fakeSchedule().schedule });
  await desk.hire('mia@studio.example');
  const mia = openBrowser(desk.app);
  await enter(mia, 'mia@studio.example');
  const post = (url: string, payload: object) => mia.ask({ method: 'POST', url, payload });
  const { uri } = (await post('/api/account/two-factor', { password: PASSWORD })).json<{ uri: string }>();
  await post('/api/account/two-factor/confirm', { code: appCode(uri) });
  const shared = await desk.signIn('desk');
  const watch = await desk.watch(shared);
  expect((await enter(shared, 'mia@studio.example')).json()).toEqual({ next: 'two_factor' });
  expect(await watch.next()).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
});
