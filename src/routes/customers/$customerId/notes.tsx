import { createFileRoute } from '@tanstack/react-router';
import { NoteList } from '#features/notes/note-list.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readIfAllowed } from '#shared/api/session.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/customers/$customerId/notes')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context: { queryClient }, params, deps, preload }) => {
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    void readIfAllowed(queryClient, 'desk', () => queryClient.query(tabQueries.notes(params.customerId, deps.page)));
  },
  component: NotesTab,
});

function NotesTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RoleGate needs="desk" who="Notes are for the desk and managers." loading={<RecordListSkeleton />}>
      <NoteList
        customerId={customerId}
        page={page}
        onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
      />
    </RoleGate>
  );
}
