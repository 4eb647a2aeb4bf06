import { describe, expect, test } from 'vitest';
import { runSaveRounds } from '../testing/save-rounds.ts';

// 500 rounds: `npm run bench:concurrent-saves`.
describe.runIf(process.env['STORE'] === 'postgres')('several processes save one customer at the same moment', () => {
  test.each([
    [2, 2],
    [3, 4],
  ])(
    '%i gateways: nothing is lost or written twice, though processes are killed or frozen',
    { timeout: 240_000 },
    async (gateways, rounds) => {
      const report = await runSaveRounds({ rounds, gateways, seed: gateways, kills: 40, freezes: 40 });
      expect(report.violations).toEqual([]);
      expect(report.saved).toBeGreaterThan(0);
    },
  );
});
