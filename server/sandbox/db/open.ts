import Libsql from 'libsql';
import { migrations } from './schema.ts';

export type Database = Libsql.Database;

/**
 * Opens the sandbox's database and brings its tables up to date. `file` is a path, or `:memory:` for a database that
 * lives as long as the process.
 */
export function openDatabase(file: string): Database {
  const database = new Libsql(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  migrate(database);
  return database;
}

function migrate(database: Database): void {
  // `get` of libsql ignores `pluck`; `all` does not.
  const applied = Number(database.prepare('PRAGMA user_version').pluck().all()[0]);
  for (const [index, sql] of migrations.entries()) {
    if (index < applied) continue;
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
