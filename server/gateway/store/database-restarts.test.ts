import { describe, expect, onTestFinished, test } from 'vitest';
import { failOverDatabase, restartDatabase } from '../testing/database-restarts.ts';
import { startOwnPostgres } from '../testing/own-postgres.ts';
import { checkDatabase } from './check-database.ts';
import { isDatabaseAway } from './database-away.ts';
import { openStore } from './open-store.ts';

// 20 restarts and 5 fail-overs: `npm run bench:database-restarts`.
describe.runIf(process.env['STORE'] === 'postgres')('a database that restarts', () => {
  test('costs clear errors, never the process, and nothing is missed', { timeout: 180_000 }, async () => {
    const report = await restartDatabase(3);
    expect(report.violations).toEqual([]);
    expect(report.unready).toBeGreaterThan(0);
    expect(Math.max(...report.recoveriesMs)).toBeLessThan(15_000);
  });

  test('and stands still, is an error in time, and works again afterwards', { timeout: 60_000 }, async () => {
    const postgres = await startOwnPostgres();
    const store = await openStore({ url: postgres.url, longestQueryMs: 500 });
    onTestFinished(async () => {
      postgres.thaw();
      await store.close();
      await postgres.stop();
    });
    await checkDatabase(store);
    postgres.freeze();
    const error: unknown = await checkDatabase(store).catch((problem: unknown) => problem);
    expect([error, isDatabaseAway(error)]).toEqual([expect.any(Error), true]);
    postgres.thaw();
    await expect.poll(() => checkDatabase(store).then(() => 'well')).toBe('well');
  });

  test('and dies, its standby taking over, costs no more', { timeout: 180_000 }, async () => {
    const report = await failOverDatabase(1);
    expect(report.violations).toEqual([]);
    expect(Math.max(...report.recoveriesMs)).toBeLessThan(15_000);
  });
});
