import { afterAll, beforeAll, expect, test } from 'vitest';
import { listHistory } from '../store/history.ts';
import { PASSWORD, type TestGateway, enter, openBrowser, startTestGateway, whoIs } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

interface Listed {
  data: { id: string; isThis: boolean; browser: string | null; address: string | null }[];
}

test('own sessions are listed, and ended one by one; not another user’s', async () => {
  await gateway.hire('dee@studio.test');
  await gateway.hire('eve@studio.test');
  const [own, other, eve] = [
    openBrowser(gateway.app),
    openBrowser(gateway.app, { ip: '192.0.2.7' }),
    openBrowser(gateway.app),
  ];
  await enter(own, 'dee@studio.test');
  await enter(other, 'dee@studio.test');
  await enter(eve, 'eve@studio.test');
  const listed = (await own.ask({ url: '/api/account/sessions' })).json<Listed>().data;
  expect(listed.map(({ isThis }) => isThis).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
  const there = listed.find(({ isThis }) => !isThis);
  expect(there).toMatchObject({ address: '192.0.2.7' });
  const url = `/api/account/sessions/${there?.id}`;
  expect((await eve.ask({ method: 'DELETE', url })).statusCode).toBe(404);
  expect(await whoIs(other)).toBe('dee@studio.test');
  expect((await own.ask({ method: 'DELETE', url })).statusCode).toBe(200);
  expect([await whoIs(own), await whoIs(other)]).toEqual(['dee@studio.test', null]);
  expect((await own.ask({ method: 'DELETE', url })).statusCode).toBe(404);
});

test('a weak password is refused on its field, and does not cost the link', async () => {
  const manager = await gateway.signIn('manager');
  const invited = await manager.ask({
    method: 'POST',
    url: '/api/staff/invitations',
    payload: { email: 'fay@studio.test', role: 'desk' },
  });
  const token = new URL(invited.json<{ link: string }>().link).hash.slice(1);
  const join = (password: string) =>
    openBrowser(gateway.app).ask({
      method: 'POST',
      url: '/api/invitations/accept',
      payload: { token, name: 'Fay Fox', password },
    });
  for (const weak of ['password123', 'fay@studio.test', 'Fay Fox 2026']) {
    expect((await join(weak)).json()).toMatchObject({
      code: 'invalid_request',
      fields: { password: expect.any(String) },
    });
  }
  expect((await join(PASSWORD)).statusCode).toBe(200);
  const fay = openBrowser(gateway.app);
  await enter(fay, 'fay@studio.test');
  const payload = { current: PASSWORD, next: 'qwertyuiop' };
  const changed = await fay.ask({ method: 'POST', url: '/api/account/password', payload });
  expect(changed.json()).toMatchObject({ fields: { next: expect.any(String) } });
});

test('an invitation dies with the manager who made it', async () => {
  const manager = await gateway.signIn('manager');
  const id = await gateway.hire('mia@studio.test', 'manager');
  const mia = openBrowser(gateway.app);
  await enter(mia, 'mia@studio.test');
  const invited = await mia.ask({
    method: 'POST',
    url: '/api/staff/invitations',
    payload: { email: 'gus@studio.test', role: 'manager' },
  });
  const token = new URL(invited.json<{ link: string }>().link).hash.slice(1);
  await manager.ask({ method: 'PATCH', url: `/api/staff/${id}`, payload: { role: 'desk' } });
  const payload = { token, name: 'Gus', password: PASSWORD };
  const joined = await openBrowser(gateway.app).ask({ method: 'POST', url: '/api/invitations/accept', payload });
  expect(joined.statusCode).toBe(404);
});

test('the record says from where a user signed in or tried to, and shows the account beside the name', async () => {
  await gateway.hire('hal@studio.test');
  const hal = openBrowser(gateway.app, { ip: '192.0.2.9' });
  await enter(hal, 'hal@studio.test', 'wrong');
  await enter(hal, 'hal@studio.test');
  const { data } = await listHistory(gateway.store, { changesOnly: false }, { page: 0, pageSize: 2 });
  const address = [{ field: 'address', before: null, after: '192.0.2.9' }];
  expect(data).toMatchObject([
    { action: 'signIn', result: 'done', staff: { email: 'hal@studio.test' }, changes: address },
    { action: 'signIn', result: 'refused', staff: null, subject: 'hal@studio.test', changes: address },
  ]);
});
