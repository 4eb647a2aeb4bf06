import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

const APPEND_ONLY = ['history', 'historyOutcome', 'profileVersion'];

/** Rows that are older than `retention.before` may go; everything else stays append-only. */
export const retention: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('retention')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('before', 'bigint', (column) => column.notNull())
      .execute();
    if (db.getExecutor().adapter instanceof PostgresAdapter) await onPostgres(db);
    else await onSqlite(db);
  },
};

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function "refuseRemoval"() returns trigger language plpgsql as
    $$ begin
      if old."at" < coalesce((select max("before") from retention), 0) then return old; end if;
      raise exception '% is append-only', tg_table_name;
    end $$
  `.execute(db);
  for (const table of APPEND_ONLY) {
    await sql`drop trigger ${sql.id(`${table}_append_only`)} on ${sql.table(table)}`.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before update or truncate on ${sql.table(table)}
      for each statement execute function "refuseChange"()
    `.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_no_removal`)} before delete on ${sql.table(table)}
      for each row execute function "refuseRemoval"()
    `.execute(db);
  }
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  for (const table of APPEND_ONLY) {
    await sql`drop trigger ${sql.id(`${table}_no_delete`)}`.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_no_delete`)} before delete on ${sql.table(table)}
      when old."at" >= coalesce((select max("before") from retention), 0)
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end
    `.execute(db);
  }
}
