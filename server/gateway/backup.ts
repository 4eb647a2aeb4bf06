import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from './config/config.ts';
import { ConfigError } from './config/env.ts';
import { NoBackup, backUp } from './store/back-up.ts';

// For the person who runs the server, beside the gateway: the same configuration, the same data.
try {
  const { accounts, dataDir } = readConfig(process.env);
  const { database } = accounts;
  const moment = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const ending = 'file' in database ? 'db' : 'dump';
  const file = process.argv[2] ?? join(dataDir, 'backups', `studio-desk-${moment}.${ending}`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  await backUp(database, file);
  process.stdout.write(`${file}\n`);
} catch (error) {
  if (!(error instanceof NoBackup || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
