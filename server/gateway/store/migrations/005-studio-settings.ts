import type { Kysely, Migration } from 'kysely';

export const studioSettings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('studioSettings')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .execute();
  },
};
