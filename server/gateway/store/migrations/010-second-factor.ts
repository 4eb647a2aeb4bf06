import type { Kysely, Migration } from 'kysely';

export const secondFactor: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('secondFactorRole')
      .addColumn('role', 'text', (column) => column.primaryKey())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
  },
};
