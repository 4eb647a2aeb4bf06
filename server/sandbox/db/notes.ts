import type { Note } from '#contract/note.ts';
import { wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';

interface NoteRow {
  id: number;
  content: string;
  created_by: string;
  created_at: string;
  updated_at: string;
}

export const noteQueries = {
  ofCustomer: pagedQuery(
    'id, content, created_by, created_at, updated_at',
    'note',
    '',
    'customer_id = ?',
    'created_at DESC, id DESC',
  ),
};

export function createNoteStore(database: Database) {
  return {
    /** The notes on a customer, latest first. */
    ofCustomer: selectPage<NoteRow, Note>(database, noteQueries.ofCustomer, (row) => ({
      ...row,
      id: wireId.note(row.id),
      type: 'note',
    })),
  };
}
