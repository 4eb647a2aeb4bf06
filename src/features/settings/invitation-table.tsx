import '@mantine/core/styles/VisuallyHidden.layer.css';
import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Invitation, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { DataCell, DataTable } from '#shared/table/data-table.tsx';
import { staffQueries } from './queries.ts';

const COLUMNS = [
  { name: 'For' },
  { name: 'Role' },
  { name: 'Invited by' },
  { name: 'Works until' },
  { name: 'Change' },
];

/** Links that have not been used yet. */
export function InvitationTable({ invitations }: { invitations: readonly Invitation[] }) {
  return (
    <DataTable caption="Open invitations" columns={COLUMNS}>
      <tbody>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </tbody>
    </DataTable>
  );
}

function InvitationRow({ invitation: { id, email, role, invitedBy, expiresAt } }: { invitation: Invitation }) {
  const { timeZone } = useStudio();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(staffApi.withdrawInvitation, { params: { invitationId: id } }),
    onSettled: () => queryClient.invalidateQueries(staffQueries.list()),
  });
  return (
    <tr>
      <th scope="row">{email}</th>
      <DataCell label="Role">{ROLE_WORDS[role].name}</DataCell>
      <DataCell label="Invited by">
        <bdi>{invitedBy}</bdi>
      </DataCell>
      <DataCell label="Works until">{formatDateTime(toStudioTime(expiresAt, timeZone))}</DataCell>
      <DataCell>
        <Button variant="default" size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Withdraw<VisuallyHidden> the invitation of {email}</VisuallyHidden>
        </Button>
        {withdraw.error && <ActionError error={withdraw.error} />}
      </DataCell>
    </tr>
  );
}
