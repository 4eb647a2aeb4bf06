import { sql } from 'kysely';
import { openStore } from '../store/open-store.ts';
import type { DatabaseOptions, Store } from '../store/store.ts';
import { makeTestDatabase } from './test-database.ts';

export interface TestStore extends Store {
  /** To open the same data once more. */
  options: DatabaseOptions;
  /** Closes it and removes all that was in it. */
  remove: () => Promise<void>;
}

/** An empty store for one test or one file of tests, on the database that STORE chooses. */
export async function openTestStore(): Promise<TestStore> {
  const { options, remove } = await makeTestDatabase();
  const store = await openStore(options);
  return {
    ...store,
    options,
    remove: async () => {
      await store.close();
      await remove();
    },
  };
}

/** As if a version of Studio Desk that has it had run on these data. */
export async function recordMigration({ db }: Store, name: string): Promise<void> {
  await sql`insert into kysely_migration (name, timestamp) values (${name}, '2030-01-01')`.execute(db);
}

/** A SQLite file that can be read and not written, as on a full disk. */
export async function forbidWrites({ db }: Store, isForbidden: boolean): Promise<void> {
  await sql`pragma query_only = ${sql.raw(String(isForbidden))}`.execute(db);
}
