import { expect, onTestFinished, test } from 'vitest';
import { startFakeReservie } from '../testing/fake-reservie.ts';
import { forbidWrites } from '../testing/open-test-store.ts';
import { startTestGateway } from '../testing/test-gateway.ts';

async function start() {
  const upstream = await startFakeReservie();
  const { app, store, close } = await startTestGateway({ reservie: upstream.account });
  onTestFinished(async () => {
    await close();
    await upstream.close();
  });
  const statusOf = async (url: string) => (await app.inject({ url })).statusCode;
  return { app, store, statusOf };
}

test.runIf(process.env['STORE'] !== 'postgres')(
  'a database that can be read and not written, as on a full disk, is not ready, and is again afterwards',
  async () => {
    const { app, store, statusOf } = await start();
    expect(await statusOf('/readyz')).toBe(200);
    await forbidWrites(store, true);
    await store.db.selectFrom('user').select('id').execute();
    const answer = await app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'database_unavailable' }]);
    // Restarting the process would not help: it is up.
    expect(await statusOf('/healthz')).toBe(200);
    await forbidWrites(store, false);
    expect(await statusOf('/readyz')).toBe(200);
  },
);

test('a database that cannot be reached is not ready', async () => {
  const { store, statusOf } = await start();
  expect(await statusOf('/readyz')).toBe(200);
  await store.db.destroy();
  expect(await statusOf('/readyz')).toBe(503);
});
