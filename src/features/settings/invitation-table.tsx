import '@mantine/core/styles/VisuallyHidden.layer.css';
import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Invitation, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { type Column, DataTable } from '#shared/table/data-table.tsx';
import { staffQueries } from './queries.ts';

/** Links that have not been used yet. */
export function InvitationTable({ invitations }: { invitations: readonly Invitation[] }) {
  const { timeZone } = useStudio();
  const columns: Column<Invitation>[] = [
    { name: 'For', cell: ({ email }) => email, isName: true },
    { name: 'Role', cell: ({ role }) => ROLE_WORDS[role].name },
    { name: 'Invited by', cell: ({ invitedBy }) => <bdi>{invitedBy}</bdi> },
    { name: 'Works until', cell: ({ expiresAt }) => formatDateTime(toStudioTime(expiresAt, timeZone)) },
    { name: 'Change', cell: (invitation) => <Withdraw invitation={invitation} />, isPlain: true },
  ];
  return <DataTable caption="Open invitations" columns={columns} rows={invitations} keyOf={({ id }) => id} />;
}

function Withdraw({ invitation: { id, email } }: { invitation: Invitation }) {
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(staffApi.withdrawInvitation, { params: { invitationId: id } }),
    onSettled: () => queryClient.invalidateQueries(staffQueries.list()),
  });
  return (
    <>
      <Button variant="default" size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        Withdraw<VisuallyHidden> the invitation of {email}</VisuallyHidden>
      </Button>
      {withdraw.error && <ActionError error={withdraw.error} />}
    </>
  );
}
