import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import type { DatabaseOptions } from '../store/store.ts';

const DUPLICATE_DATABASE = '42P04';

let ownDatabase: Promise<string> | undefined;

export interface TestDatabase {
  options: DatabaseOptions;
  /** Removes all that is in it; its user has closed it before. */
  remove: () => Promise<void>;
}

/**
 * An empty place for the data of one test: a SQLite file of its own, or, with STORE=postgres, a schema of its own in
 * this worker's database on the server that TEST_DATABASE_URL names.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  if (process.env['STORE'] !== 'postgres') {
    const folder = mkdtempSync(join(tmpdir(), 'studio-desk-store-'));
    return {
      options: { file: join(folder, 'desk.db') },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const [url, schema] = [await (ownDatabase ??= openOwnDatabase()), uniqueName()];
  return { options: { url, schema }, remove: () => order(url, `drop schema if exists ${schema} cascade`) };
}

/** The same for a process, as variables of its environment: a database of its own, or nothing, and it uses its DATA_DIR. */
export async function makeProcessDatabase(): Promise<{ env: Record<string, string>; remove: () => Promise<void> }> {
  if (process.env['STORE'] !== 'postgres') return { env: {}, remove: async () => undefined };
  const [url, database] = [serverUrl(), uniqueName()];
  await order(url, `create database ${database}`);
  // A process that was killed may still seem to be connected.
  return {
    env: { DATABASE_URL: databaseUrl(url, database) },
    remove: () => order(url, `drop database ${database} with (force)`),
  };
}

/**
 * The database of this worker: reading which tables there are, as migrations do, fails when another worker drops a schema
 * of the same database at that moment.
 */
async function openOwnDatabase(): Promise<string> {
  const [url, database] = [serverUrl(), `test_worker_${process.pid}`];
  try {
    await order(url, `create database ${database}`);
  } catch (error) {
    // A file that this worker ran before made it.
    if (!(error instanceof DatabaseError) || error.code !== DUPLICATE_DATABASE) throw error;
  }
  return databaseUrl(url, database);
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('PostgreSQL has not been started: test-postgres.ts is no global set-up here.');
  return url;
}

function uniqueName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

async function order(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
