import { describe, expect, test } from 'vitest';
import { failOverDatabase, restartDatabase } from '../testing/database-restarts.ts';

// 20 restarts and 5 fail-overs: `npm run bench:database-restarts`.
describe.runIf(process.env['STORE'] === 'postgres')('a database that restarts', () => {
  test('costs clear errors, never the process, and nothing is missed', { timeout: 180_000 }, async () => {
    const report = await restartDatabase(3);
    expect(report.violations).toEqual([]);
    expect(report.unready).toBeGreaterThan(0);
    expect(Math.max(...report.recoveriesMs)).toBeLessThan(15_000);
  });

  test('and dies, its standby taking over, costs no more', { timeout: 180_000 }, async () => {
    const report = await failOverDatabase(1);
    expect(report.violations).toEqual([]);
    expect(Math.max(...report.recoveriesMs)).toBeLessThan(15_000);
  });
});
