import type { Kysely, Migration } from 'kysely';

export const madeBy: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('passwordLink').addColumn('madeById', 'text').execute();
  },
};
