import { type Kysely, type Migration, sql } from 'kysely';

export const deskBook: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('savedView')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('staffId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addColumn('isShared', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('savedView_staff').on('savedView').columns(['staffId']).execute();
    await db.schema
      .createTable('pinnedCustomer')
      .addColumn('staffId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('customerId', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pinnedCustomer_key', ['staffId', 'customerId'])
      .execute();
    await db.schema
      .createTable('notDuplicate')
      .addColumn('customerIds', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('staffName', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('profileSeen').addColumn('firstSeenAt', 'bigint').execute();
    await db.schema.createIndex('profileSeen_firstSeen').on('profileSeen').columns(['firstSeenAt']).execute();
    await db.schema.createIndex('profileVersion_at').on('profileVersion').columns(['at']).execute();
    await db.schema
      .createTable('listWatch')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
    // Customers who were known before are not new, whenever that was.
    const known = sql`select 1 from ${sql.table('profileSeen')}`;
    await sql`
      insert into ${sql.table('listWatch')} ("id", "since")
      select 1, ${sql.lit(Date.now())} where exists (${known})
    `.execute(db);
  },
};
