import { expect, test } from 'vitest';
import { SESSION_VIEW_HEADER } from '#contract/session-view.ts';
import { startLive } from '../testing/live-under-test.ts';
import { sessionViewOf } from './sessions.ts';
import { openBrowser } from '../testing/test-gateway.ts';

test('every answer says whose session it answered, refusals and failures too, and the stream says the same', async () => {
  const desk = await startLive();
  const [dee, vic] = [await desk.signIn('desk'), await desk.signIn('viewer')];
  const views: unknown[] = [];
  for (const [browser, field] of [
    [dee, 'firstname'],
    [vic, 'lastname'],
  ] as const) {
    const own = new Set<unknown>();
    for (const url of [
      '/api/session',
      '/api/studio',
      '/api/customers',
      '/api/customers/cust_404/notes',
      '/api/staff',
    ]) {
      own.add((await browser.ask({ url })).headers[SESSION_VIEW_HEADER]);
    }
    const watch = await desk.watch(browser);
    own.add(watch.headers[SESSION_VIEW_HEADER]);
    await desk.save(dee, field, 'Other');
    await watch.next();
    expect(watch.views).toHaveLength(1);
    own.add(watch.views[0]);
    expect(own.size).toBe(1);
    views.push(...own);
  }
  expect(views).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
  expect(views[0]).not.toBe(views[1]);
});

test('an answer without a session says nothing', async () => {
  const desk = await startLive();
  const browser = openBrowser(desk.app);
  for (const url of ['/api/session', '/api/customers']) {
    expect((await browser.ask({ url })).headers).not.toHaveProperty(SESSION_VIEW_HEADER);
  }
});

test('the answer to signing in says who has come in', async () => {
  const desk = await startLive({ mode: 'demo' });
  const browser = openBrowser(desk.app);
  const entered = await browser.ask({ method: 'POST', url: '/api/session/demo', payload: { role: 'desk' } });
  const asked = await browser.ask({ url: '/api/session' });
  expect(entered.headers[SESSION_VIEW_HEADER]).toBe(asked.headers[SESSION_VIEW_HEADER]);
});

test('another role of the same account is another view: fields may be masked that were not', () => {
  const views = (['viewer', 'desk', 'manager'] as const).map((role) => sessionViewOf({ id: 'staff', role }));
  expect(new Set(views).size).toBe(3);
});
