import { parseArgs } from 'node:util';
import {
  LONGEST_RECOVERY_MS,
  type RestartsReport,
  failOverDatabase,
  restartDatabase,
} from '../../server/gateway/testing/database-restarts.ts';

const { values } = parseArgs({
  options: { restarts: { type: 'string', default: '20' }, 'fail-overs': { type: 'string', default: '5' } },
});
const [restarts, failOvers] = [Number(values.restarts), Number(values['fail-overs'])];
if (restarts > 0) print(`${restarts} restarts`, await restartDatabase(restarts));
if (failOvers > 0) print(`${failOvers} fail-overs`, await failOverDatabase(failOvers));

function print(what: string, { answers, unready, recoveriesMs, violations }: RestartsReport): void {
  console.log(`${what} of PostgreSQL under traffic on two gateways`);
  for (const [answer, count] of Object.entries(answers)) console.log(`  ${answer.padEnd(28)} ${count}`);
  const longest = Math.max(...recoveriesMs);
  console.log(`  readiness said so in ${unready}; longest recovery ${longest} ms`);
  if (longest > LONGEST_RECOVERY_MS) violations.push(`recovering took ${longest} ms`);
  for (const violation of new Set(violations)) console.log(`VIOLATION ${violation}`);
  if (violations.length > 0) process.exitCode = 1;
}
