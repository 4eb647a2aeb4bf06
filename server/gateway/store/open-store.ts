import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import Libsql from 'libsql';
import { Pool, TypeOverrides, types } from 'pg';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { listenOn } from './notifications.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import type { DatabaseOptions, Store } from './store.ts';

/**
 * Opens the database and brings its tables up to date. Several processes may do so at once on PostgreSQL. `steps`: fewer
 * of them make a database as an older version left it.
 */
export async function openStore(options: DatabaseOptions, steps = migrations): Promise<Store> {
  const store = 'file' in options ? openSqlite(options) : openPostgres(options);
  try {
    await migrate(store, 'file' in options ? undefined : options.schema, steps);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

function openSqlite({ file, isOnlyProcess = false }: { file: string; isOnlyProcess?: boolean }): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (file !== ':memory:') keepPrivate(file);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const release = isOnlyProcess ? lockFile(`${file}.lock`) : undefined;
  return {
    db,
    kind: 'sqlite',
    close: async () => {
      await db.destroy();
      release?.();
    },
  };
}

/** No other account on the machine may read it; its journals get the same rights. */
function keepPrivate(file: string): void {
  try {
    if (existsSync(file) && !statSync(file).isFile()) return;
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch {
    // The database says in a moment what is wrong with the file.
  }
}

/** Held as long as the process lives, however it ends. @returns how to let go. @throws with the code SECOND_PROCESS. */
function lockFile(file: string): () => void {
  const lock = new Libsql(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw Object.assign(new Error('The file is in use.', { cause }), { code: 'SECOND_PROCESS' });
  }
  return () => lock.close();
}

const MOST_CONNECTIONS = 10;

function openPostgres(options: Extract<DatabaseOptions, { url: string }>): Store {
  const { url, schema, longestQueryMs = 16_000 } = options;
  // Moments are milliseconds in a bigint, far below 2^53; pg would make strings of them.
  const parsers = new TypeOverrides();
  parsers.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    // A server that stands still does not end a statement by itself.
    query_timeout: longestQueryMs,
    keepAlive: true,
    application_name: 'studio-desk',
    ...(schema !== undefined && { options: `-c search_path=${schema}` }),
    types: parsers,
  });
  // A connection that breaks is replaced; without listeners the process would end: the pool's listener covers those that are idle,
  // the connection's own those that are lent out, between two statements of a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const listen = listenOn({ connectionString: url, application_name: 'studio-desk-live' }, schema);
  return { db, kind: 'postgres', listen, close: () => db.destroy() };
}
