import { describe, expect, test } from 'vitest';
import { KeptOfPerson } from '#contract/history.ts';
import { PROFILE, startLive } from '../testing/live-under-test.ts';

const KEPT = '/api/customers/cust_123/kept';

test('everything that is kept of one person is one file, whose making is recorded', async () => {
  const desk = await startLive();
  const [dee, mo] = [await desk.signIn('desk'), await desk.signIn('manager')];
  await dee.ask({ url: PROFILE });
  expect(await desk.save(dee, 'firstname', 'Janet')).toBe(200);
  const answer = await mo.ask({ url: KEPT });
  expect(answer.headers['content-disposition']).toBe('attachment; filename="cust_123.json"');
  const kept = KeptOfPerson.parse(answer.json());
  expect(kept.versions[0]).toMatchObject({ firstname: 'Janet' });
  const actions = kept.record.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['updateProfile', 'getProfile', 'exportPerson']));
  // No other customer’s.
  expect(new Set(kept.record.map(({ customerId }) => customerId))).toEqual(new Set(['cust_123']));
});

test.each(['desk', 'viewer'] as const)('a %s may not', async (role) => {
  const desk = await startLive();
  expect((await (await desk.signIn(role)).ask({ url: KEPT })).statusCode).toBe(403);
});

describe('forgetting a person', () => {
  const forget = { method: 'POST', url: '/api/customers/cust_123/forget' } as const;

  test('leaves who did it, and everything else without a name', async () => {
    const desk = await startLive();
    const [dee, mo] = [await desk.signIn('desk'), await desk.signIn('manager')];
    await dee.ask({ url: PROFILE });
    expect((await mo.ask(forget)).json()).toEqual({ done: true });
    const kept = KeptOfPerson.parse((await mo.ask({ url: KEPT })).json());
    expect(JSON.stringify(kept)).not.toMatch(/Jane|Smith|jane@/);
    expect(kept.record).toContainEqual(
      expect.objectContaining({
        action: 'forgetPerson',
        result: 'done',
        staff: expect.objectContaining({ role: 'manager' }),
      }),
    );
  });

  test('does not keep later changes made elsewhere from being noticed', async () => {
    let now = Date.parse('2026-03-03T09:00:00Z');
    const desk = await startLive({ clock: () => now });
    const [dee, mo] = [await desk.signIn('desk'), await desk.signIn('manager')];
    await dee.ask({ url: PROFILE });
    expect((await mo.ask(forget)).statusCode).toBe(200);
    const watch = await desk.watch(dee);
    for (const changes of [{}, { firstname: 'Jana' }]) {
      now += 200_000;
      desk.becomes(changes);
      await dee.ask({ url: PROFILE });
    }
    expect(await watch.next()).toMatchObject({
      event: 'customer',
      data: { customer: { firstname: 'Jana' }, by: null },
    });
    const kept = KeptOfPerson.parse((await mo.ask({ url: KEPT })).json());
    expect(kept.record).toContainEqual(expect.objectContaining({ action: 'changedOutside' }));
    expect(kept.versions[0]).toMatchObject({ origin: 'outside', firstname: 'Jana' });
  });

  test('waits for a change that is still being confirmed', async () => {
    const desk = await startLive();
    const [dee, mo] = [await desk.signIn('desk'), await desk.signIn('manager')];
    // Reservie goes on saying Jane.
    await desk.save(dee, 'firstname', 'Janet');
    const refused = await mo.ask(forget);
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'conflict' }]);
  });

  test.each(['desk', 'viewer'] as const)('is not for a %s', async (role) => {
    const desk = await startLive();
    expect((await (await desk.signIn(role)).ask(forget)).statusCode).toBe(403);
  });
});
