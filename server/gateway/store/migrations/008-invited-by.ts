import type { Kysely, Migration } from 'kysely';

export const invitedBy: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('invitation').addColumn('invitedById', 'text').execute();
  },
};
