import type { Kysely, Migration } from 'kysely';

export const passwordLinks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('passwordLink')
      .addColumn('userId', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
      .addColumn('turnsTwoFactorOff', 'integer', (column) => column.notNull())
      .addColumn('expiresAt', 'bigint', (column) => column.notNull())
      .execute();
  },
};
