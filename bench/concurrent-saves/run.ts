import { parseArgs } from 'node:util';
import { runSaveRounds } from '../../server/gateway/testing/save-rounds.ts';
import { setup } from '../../server/gateway/testing/test-postgres.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    gateways: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '4' },
    freezes: { type: 'string', default: '4' },
  },
});
const [rounds, gateways, seed] = [Number(values.rounds), Number(values.gateways), Number(values.seed)];
process.env['STORE'] = 'postgres';
const stopPostgres = await setup();
const report = await runSaveRounds({
  rounds,
  gateways,
  seed,
  kills: Number(values.kills),
  freezes: Number(values.freezes),
  onRound: (round) => {
    if (round % 50 === 0) console.log(`round ${round}`);
  },
});
await stopPostgres?.();
const { violations, ...figures } = report;
console.log(`${rounds} rounds with ${gateways} gateways, seed ${seed}`);
for (const [what, count] of Object.entries(figures)) console.log(`  ${what.padEnd(16)} ${count}`);
for (const violation of violations) console.log(`VIOLATION ${violation}`);
if (violations.length > 0) process.exitCode = 1;
