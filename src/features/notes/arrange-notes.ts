import type { Note } from '#contract/note.ts';

/** Newest first, by when they were written. */
export function arrangeNotes<Row extends Pick<Note, 'created_at'>>(notes: readonly Row[]): Row[] {
  return notes.toSorted((one, other) => other.created_at.localeCompare(one.created_at));
}

export function isEdited({ created_at, updated_at }: Pick<Note, 'created_at' | 'updated_at'>): boolean {
  return updated_at.slice(0, 19) !== created_at.slice(0, 19);
}
