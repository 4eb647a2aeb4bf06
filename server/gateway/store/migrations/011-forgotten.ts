import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';
import { FORGOTTEN } from '#contract/history.ts';

/** Columns of the append-only tables that say something about a customer. */
const ABOUT = { history: ['subject', 'changes'], profileVersion: ['firstname', 'lastname', 'email', 'mobile'] };
const KEPT = {
  history: 'id at staffId staffName staffRole action isRead customerId result code requestId',
  profileVersion: 'id customerId at archived origin staffName historyId',
};
const TABLES = ['history', 'profileVersion'] as const;

/**
 * The one way to change what is append-only: while a customer is being forgotten, what their rows say about them may become
 * the tombstone, and nothing else. That they were forgotten stays.
 */
export const forgotten: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('forgottenCustomer')
      .addColumn('customerId', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('isOpen', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('profileSeen').addColumn('missingSince', 'bigint').execute();
    await db.schema.createIndex('profileSeen_missing').on('profileSeen').columns(['missingSince']).execute();
    if (db.getExecutor().adapter instanceof PostgresAdapter) await onPostgres(db);
    else await onSqlite(db);
  },
};

const isOpen = sql`exists (
  select 1 from "forgottenCustomer" f where f."customerId" = old."customerId" and f."isOpen" = 1
)`;

/** Of `history`, given its changes as rows of JSON with these two values. */
function isTombstone(table: (typeof TABLES)[number], changes: { from: string; before: string; after: string }) {
  const stone = sql.lit(FORGOTTEN);
  if (table === 'profileVersion') {
    return sql.join(
      ABOUT.profileVersion.map((column) => sql`new.${sql.id(column)} in ('', ${stone})`),
      sql` and `,
    );
  }
  const { from, before, after } = changes;
  return sql`coalesce(new."subject", ${stone}) = ${stone} and not exists (
    select 1 from ${sql.raw(from)} where coalesce(${sql.raw(before)}, ${stone}) <> ${stone}
      or coalesce(${sql.raw(after)}, ${stone}) <> ${stone}
  )`;
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  const changes = {
    from: `jsonb_array_elements(new."changes"::jsonb) c`,
    before: `c->>'before'`,
    after: `c->>'after'`,
  };
  for (const table of TABLES) {
    const without = sql.raw(ABOUT[table].map((column) => ` - '${column}'`).join(''));
    const name = sql.id(`refuseRewriteOf_${table}`);
    await sql`
      create function ${name}() returns trigger language plpgsql as
      $$ begin
        if ${isOpen} and to_jsonb(new)${without} = to_jsonb(old)${without} and ${isTombstone(table, changes)} then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name;
      end $$
    `.execute(db);
    await sql`drop trigger ${sql.id(`${table}_append_only`)} on ${sql.table(table)}`.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before truncate on ${sql.table(table)}
      for each statement execute function "refuseChange"()
    `.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_no_update`)} before update on ${sql.table(table)}
      for each row execute function ${name}()
    `.execute(db);
  }
  await sql`
    create trigger "forgottenCustomer_kept" before delete or truncate on "forgottenCustomer"
    for each statement execute function "refuseChange"()
  `.execute(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  const changes = {
    from: `json_each(new."changes") c`,
    before: `json_extract(c.value, '$.before')`,
    after: `json_extract(c.value, '$.after')`,
  };
  for (const table of TABLES) {
    const isKept = sql.join(
      KEPT[table].split(' ').map((column) => sql`new.${sql.id(column)} is old.${sql.id(column)}`),
      sql` and `,
    );
    await sql`drop trigger ${sql.id(`${table}_no_update`)}`.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_no_update`)} before update on ${sql.table(table)}
      when not (${isOpen} and ${isKept} and ${isTombstone(table, changes)})
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end
    `.execute(db);
  }
  await sql`
    create trigger "forgottenCustomer_kept" before delete on "forgottenCustomer"
    begin select raise(abort, 'forgottenCustomer is append-only'); end
  `.execute(db);
}
