import { createFileRoute } from '@tanstack/react-router';
import { NoteList } from '#features/notes/note-list.tsx';
import { readIfAllowed } from '#shared/api/session.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/notes')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) => {
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    void readIfAllowed(queryClient, 'desk', () => queryClient.query(tabQueries.notes(params.customerId)));
  },
  component: NotesTab,
});

function NotesTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return (
    <RoleGate needs="desk" who="Notes are for the desk and managers." loading={<RecordListSkeleton />}>
      <NoteList customerId={customerId} {...controls} />
    </RoleGate>
  );
}
