import type { Note } from '#contract/note.ts';
import type { RecordGroup } from '#shared/customer/filter-records.ts';

/** Newest first, by when they were written; each year under its own heading. */
export function arrangeNotes<Row extends Pick<Note, 'created_at'>>(notes: readonly Row[]): RecordGroup<Row>[] {
  const newestFirst = notes.toSorted((one, other) => other.created_at.localeCompare(one.created_at));
  const groups: RecordGroup<Row>[] = [];
  for (const note of newestFirst) {
    const year = note.created_at.slice(0, 4);
    const group = groups.at(-1);
    if (group?.title === year) group.rows.push(note);
    else groups.push({ title: year, rows: [note] });
  }
  return groups;
}

export function isEdited({ created_at, updated_at }: Pick<Note, 'created_at' | 'updated_at'>): boolean {
  return updated_at.slice(0, 19) !== created_at.slice(0, 19);
}
