import type { Kysely, Migration } from 'kysely';

export const budget: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('budgetSlot')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('isOpen', 'integer', (column) => column.notNull())
      .addColumn('freeAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('budgetSlot_freeAt').on('budgetSlot').columns(['freeAt']).execute();
    await db.schema
      .createTable('budgetPause')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
