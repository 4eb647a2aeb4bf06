import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { findPostgres } from '../server/gateway/testing/test-postgres.ts';

// Runs a command of this package with the tests' data on PostgreSQL; with --if-found only where there is one to start.
const isOptional = process.argv[2] === '--if-found';
const [command = '', ...args] = process.argv.slice(isOptional ? 3 : 2);
if (isOptional && process.env['TEST_DATABASE_URL'] === undefined && findPostgres() === undefined) {
  // Nothing is left there that count-tests.ts could take for a result of today.
  rmSync('test-results/unit-postgres.json', { force: true });
  console.log('Skipped on PostgreSQL: its server programs are not installed (Debian: `apt-get install postgresql`).');
} else {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, STORE: 'postgres' } });
  process.exitCode = status ?? 1;
}
