import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

const APPEND_ONLY = ['history', 'historyOutcome', 'profileVersion'];

export const history: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('history')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('staffId', 'text')
      .addColumn('staffName', 'text')
      .addColumn('staffRole', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('isRead', 'integer', (column) => column.notNull())
      .addColumn('customerId', 'text')
      .addColumn('subject', 'text')
      .addColumn('changes', 'text', (column) => column.notNull())
      .addColumn('result', 'text')
      .addColumn('code', 'text')
      .addColumn('requestId', 'text')
      .execute();
    await db.schema.createIndex('history_customer').on('history').columns(['customerId', 'id']).execute();
    await db.schema.createIndex('history_staff').on('history').columns(['staffId', 'id']).execute();
    await db.schema
      .createTable('historyOutcome')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('historyId', 'text', (column) => column.notNull().references('history.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('result', 'text', (column) => column.notNull())
      .addColumn('code', 'text')
      .execute();
    await db.schema.createIndex('historyOutcome_history').on('historyOutcome').columns(['historyId', 'id']).execute();
    await db.schema
      .createTable('profileSeen')
      .addColumn('customerId', 'text', (column) => column.primaryKey())
      .addColumn('firstname', 'text', (column) => column.notNull())
      .addColumn('lastname', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('mobile', 'text', (column) => column.notNull())
      .addColumn('archived', 'integer')
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('previous', 'text')
      .execute();
    await db.schema
      .createTable('profileVersion')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customerId', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('firstname', 'text', (column) => column.notNull())
      .addColumn('lastname', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('mobile', 'text', (column) => column.notNull())
      .addColumn('archived', 'integer')
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('staffName', 'text')
      .addColumn('historyId', 'text')
      .execute();
    await db.schema.createIndex('profileVersion_customer').on('profileVersion').columns(['customerId', 'id']).execute();
    if (db.getExecutor().adapter instanceof PostgresAdapter) await refuseChangesOnPostgres(db);
    else await refuseChangesOnSqlite(db);
  },
};

async function refuseChangesOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function "refuseChange"() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$
  `.execute(db);
  for (const table of APPEND_ONLY) {
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function "refuseChange"()
    `.execute(db);
  }
}

async function refuseChangesOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const table of APPEND_ONLY) {
    const refuse = sql`select raise(abort, ${sql.lit(`${table} is append-only`)});`;
    for (const change of ['update', 'delete'] as const) {
      await sql`
        create trigger ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
        begin ${refuse} end
      `.execute(db);
    }
    // `insert or replace` deletes without asking the trigger above.
    await sql`
      create trigger ${sql.id(`${table}_no_replace`)} before insert on ${sql.table(table)}
      when exists (select 1 from ${sql.table(table)} where "id" = new."id")
      begin ${refuse} end
    `.execute(db);
  }
}
