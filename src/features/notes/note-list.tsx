import type { Note } from '#contract/note.ts';
import type { RecordTab, TabMoment } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDateTime, formatTime, formatWeekday } from '#shared/format/date-time.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { DatedRecord, RecordList } from '#shared/table/record-list.tsx';
import { arrangeNotes, isEdited } from './note-rules.ts';

/** What the studio wrote down about a customer, newest first. */
export function noteTab({ customerId }: TabMoment): RecordTab<Note> {
  return {
    query: tabQueries.notes(customerId),
    nouns: ['note', 'notes'],
    empty: 'What the studio should remember about this customer would stand here. Notes are written in Reservie.',
    searchLabel: 'Search notes',
    textOf: ({ content, created_by }) => `${content} ${created_by}`,
    views: [{ name: 'edited', label: 'Edited later', includes: isEdited, isRare: true }],
    arrange: arrangeNotes,
    skeleton: <RecordListSkeleton />,
    children: (groups) =>
      groups.map(({ title, rows, total }) => (
        <RecordList key={title} label="Notes" title={title} count={total} rows={rows} keyOf={({ id }) => id}>
          {(note) => <NoteCard note={note} />}
        </RecordList>
      )),
  };
}

function NoteCard({ note }: { note: Note }) {
  const { content, created_by, created_at, updated_at } = note;
  return (
    <DatedRecord
      at={created_at}
      about={
        <>
          {created_by || 'Unknown author'} · {formatWeekday(created_at)} {formatTime(created_at)}
          {isEdited(note) && ` · edited ${formatDateTime(updated_at)}`}
        </>
      }
    >
      <p dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
        {content}
      </p>
    </DatedRecord>
  );
}
