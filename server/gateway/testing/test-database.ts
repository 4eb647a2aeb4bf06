import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseOptions } from '../store/store.ts';

export interface TestDatabase {
  options: DatabaseOptions;
  /** Removes all that is in it; its user has closed it before. */
  remove: () => Promise<void>;
}

/**
 * An empty place for the data of one test: a SQLite file of its own, or, with STORE=postgres, a schema of its own on the
 * server that TEST_DATABASE_URL names.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  if (process.env['STORE'] !== 'postgres') {
    const folder = mkdtempSync(join(tmpdir(), 'studio-desk-store-'));
    return {
      options: { file: join(folder, 'desk.db') },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const [url, schema] = [serverUrl(), uniqueName()];
  return { options: { url, schema }, remove: () => order(url, `drop schema if exists ${schema} cascade`) };
}

/** The same for a process, as variables of its environment: a database of its own, or nothing, and it uses its DATA_DIR. */
export async function makeProcessDatabase(): Promise<{ env: Record<string, string>; remove: () => Promise<void> }> {
  if (process.env['STORE'] !== 'postgres') return { env: {}, remove: async () => undefined };
  const [url, database] = [serverUrl(), uniqueName()];
  await order(url, `create database ${database}`);
  const own = new URL(url);
  own.pathname = `/${database}`;
  // A process that was killed may still seem to be connected.
  return { env: { DATABASE_URL: own.href }, remove: () => order(url, `drop database ${database} with (force)`) };
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
