import { createFileRoute } from '@tanstack/react-router';
import { staffQueries } from '#features/settings/queries.ts';
import { StaffPage } from '#features/settings/staff-page.tsx';
import { readIfAllowed } from '#shared/api/session.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/settings/staff')({
  // What the staff may do is described where it is shown: the loader comes with the screen.
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient } }) => {
    void readIfAllowed(queryClient, 'manager', () => queryClient.query(staffQueries.list()));
  },
  component: StaffTab,
});

function StaffTab() {
  return (
    <RoleGate needs="manager" who="Only managers look after the staff." loading={<RecordListSkeleton />}>
      <StaffPage />
    </RoleGate>
  );
}
