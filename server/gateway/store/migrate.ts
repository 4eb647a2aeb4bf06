import { getMigrations } from 'better-auth/db/migration';
import { type Migration, Migrator, sql } from 'kysely';
import { authSchema } from './auth-schema.ts';
import { migrations } from './migrations/migrations.ts';
import type { Store } from './store.ts';

/** Any number, the same in every process. */
const LOCK = 7_140_221;

/**
 * Brings all tables up to date: better-auth's own first, then ours, each step once and in order. `schema` is
 * PostgreSQL's, made if need be; making `public` again would take a right that an ordinary account lacks.
 */
export async function migrate(
  store: Store,
  schema: string | undefined,
  steps: Record<string, Migration> = migrations,
): Promise<void> {
  const { db, kind } = store;
  if (schema !== undefined) await db.schema.createSchema(schema).ifNotExists().execute();
  if (kind === 'sqlite') {
    await makeAuthTables(store);
  } else {
    // Processes that start together take turns; the lock ends with its transaction. The work itself runs on other
    // connections of the pool.
    await db.transaction().execute(async (holder) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(holder);
      await makeAuthTables(store);
    });
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(steps) },
    // A step that is missing between others is made up for: each stands alone.
    allowUnorderedMigrations: true,
    ...(kind === 'postgres' && { migrationTableSchema: schema ?? 'public' }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
}

async function makeAuthTables({ db, kind }: Store): Promise<void> {
  const { runMigrations } = await getMigrations({
    ...authSchema,
    plugins: [...authSchema.plugins],
    database: { db, type: kind },
    logger: { level: 'error' },
  });
  await runMigrations();
}
