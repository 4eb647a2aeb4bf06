import { parseArgs } from 'node:util';
import { restartDatabase } from '../../server/gateway/testing/database-restarts.ts';

const { values } = parseArgs({ options: { restarts: { type: 'string', default: '20' } } });
const { answers, unready, recoveriesMs, violations } = await restartDatabase(Number(values.restarts));
console.log(`${values.restarts} restarts of PostgreSQL under traffic on two gateways`);
for (const [what, count] of Object.entries(answers)) console.log(`  ${what.padEnd(28)} ${count}`);
console.log(`  readiness said so in ${unready}; longest recovery ${Math.max(...recoveriesMs)} ms`);
for (const violation of new Set(violations)) console.log(`VIOLATION ${violation}`);
if (violations.length > 0) process.exitCode = 1;
