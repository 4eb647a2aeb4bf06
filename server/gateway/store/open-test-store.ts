import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from './open-store.ts';
import type { DatabaseOptions, Store } from './store.ts';

export interface TestStore extends Store {
  /** To open the same data once more. */
  options: DatabaseOptions;
  /** Closes it and removes all that was in it. */
  remove: () => Promise<void>;
}

/**
 * An empty store for one test file: a SQLite file of its own, or, with STORE=postgres, a schema of its own in the
 * database that TEST_DATABASE_URL names.
 */
export async function openTestStore(): Promise<TestStore> {
  return process.env['STORE'] === 'postgres' ? openPostgresSchema() : openTemporaryFile();
}

async function openTemporaryFile(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-store-'));
  const options = { file: join(folder, 'desk.db') };
  const store = await openStore(options);
  const remove = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, options, remove };
}

async function openPostgresSchema(): Promise<TestStore> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('STORE=postgres needs TEST_DATABASE_URL.');
  const options = { url, schema: `test_${randomUUID().replaceAll('-', '')}` };
  const store = await openStore(options);
  const remove = async () => {
    await store.db.schema.dropSchema(options.schema).cascade().execute();
    await store.close();
  };
  return { ...store, options, remove };
}
