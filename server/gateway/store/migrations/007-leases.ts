import type { Kysely, Migration } from 'kysely';

export const leases: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('lease')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('fence', 'bigint', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
