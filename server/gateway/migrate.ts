import { readConfig } from './config/config.ts';
import { explainStart } from './config/explain-start.ts';
import { openStore } from './store/open-store.ts';

// For the account that owns the tables, where the gateway's own does not: before a new version starts.
try {
  const store = await openStore(readConfig(process.env).accounts.database);
  await store.close();
  process.stdout.write('The tables are up to date.\n');
} catch (error) {
  const sentence = explainStart(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
