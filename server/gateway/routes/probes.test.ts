import { expect, onTestFinished, test } from 'vitest';
import { startFakeReservie } from '../testing/fake-reservie.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { forbidWrites } from '../testing/open-test-store.ts';
import { startTestGateway } from '../testing/test-gateway.ts';

async function start() {
  const upstream = await startFakeReservie();
  const { clock, pass } = fakeSchedule();
  const { app, store, close } = await startTestGateway({ reservie: upstream.account, clock });
  onTestFinished(async () => {
    await close();
    await upstream.close();
  });
  const statusOf = async (url: string) => (await app.inject({ url })).statusCode;
  return { app, store, pass, statusOf };
}

test.runIf(process.env['STORE'] !== 'postgres')(
  'a database that can be read and not written, as on a full disk, is not ready, and is again afterwards',
  async () => {
    const { app, store, pass, statusOf } = await start();
    expect(await statusOf('/readyz')).toBe(200);
    await forbidWrites(store, true);
    await store.db.selectFrom('user').select('id').execute();
    pass(999);
    // Strangers may ask, and each check is a write: what is known already is told for a second.
    expect(await statusOf('/readyz')).toBe(200);
    pass(1);
    const answer = await app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'database_unavailable' }]);
    // Restarting the process would not help: it is up.
    expect(await statusOf('/healthz')).toBe(200);
    await forbidWrites(store, false);
    pass(1_000);
    expect(await statusOf('/readyz')).toBe(200);
  },
);

test('a database that cannot be reached is not ready', async () => {
  const { store, pass, statusOf } = await start();
  expect(await statusOf('/readyz')).toBe(200);
  pass(1_000);
  await store.db.destroy();
  expect(await statusOf('/readyz')).toBe(503);
});
