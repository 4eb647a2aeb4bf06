import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import type { Note } from '#contract/note.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { RecordList } from '#shared/table/record-list.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { arrangeNotes, isEdited } from './arrange-notes.ts';
import classes from './note-list.module.css';
import { tabQueries } from '#shared/customer/tab-queries.ts';

/** What the studio wrote down about a customer, newest first. */
export function NoteList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.notes(customerId, controls.page));
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['note', 'notes']}
      skeleton={<RecordListSkeleton />}
      empty={<Notice title="No notes">There are none on this customer. Notes are written in Reservie.</Notice>}
    >
      {(notes) => (
        <RecordList label="Notes" rows={arrangeNotes(notes)} keyOf={({ id }) => id}>
          {(note) => <NoteCard note={note} />}
        </RecordList>
      )}
    </PagedPanel>
  );
}

function NoteCard({ note }: { note: Note }) {
  return (
    <>
      <p className={classes['content']} dir="auto">
        {note.content}
      </p>
      <p className={classes['origin']}>
        {note.created_by || 'Unknown author'}, {formatDateTime(note.created_at)}
        {isEdited(note) && <span> · edited {formatDateTime(note.updated_at)}</span>}
      </p>
    </>
  );
}
