import '@mantine/core/styles/Avatar.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import { Avatar, Badge, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#contract/role.ts';
import type { Staff } from '#contract/session.ts';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ROLE_WORDS, readIfAllowed, sessionQuery } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { initialsOf } from '#contract/person-name.ts';
import { DataCell } from '#shared/table/data-table.tsx';
import { PasswordLinkDialog } from './password-link-dialog.tsx';
import { staffQueries } from './queries.ts';
import { RoleChoice } from './role-choice.tsx';

interface StaffRowProps {
  member: Staff;
  isMe: boolean;
  isLastManager: boolean;
}

export function StaffRow({ member, isMe, isLastManager }: StaffRowProps) {
  const { id, name, role, isDisabled, hasTwoFactor, needsTwoFactor, lastSignInAt } = member;
  const { timeZone } = useStudio();
  const queryClient = useQueryClient();
  const [isLinking, setLinking] = useState(false);
  const change = useMutation({
    mutationFn: (body: { role?: Role; isDisabled?: boolean }) =>
      call(staffApi.changeStaff, { params: { staffId: id }, body }),
    onSettled: async () => {
      // First one's own role, which decides whether there is a list to ask for any more.
      if (isMe) await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await readIfAllowed(queryClient, 'manager', () => queryClient.invalidateQueries(staffQueries.list()));
    },
  });
  return (
    <tr>
      <th scope="row">
        <StaffName member={member} isMe={isMe} />
      </th>
      <DataCell label="Role">
        {isLastManager ? (
          <>
            {ROLE_WORDS[role].name}
            <Text size="sm" c="dimmed" maw="16rem">
              The only manager: make another member of staff one before this can change.
            </Text>
          </>
        ) : (
          <RoleChoice
            key={role}
            name={name}
            role={role}
            isPending={change.isPending}
            onChoose={(to) => change.mutate({ role: to })}
          />
        )}
      </DataCell>
      <DataCell label="Two-factor">{hasTwoFactor ? 'On' : needsTwoFactor ? 'Needed, not on yet' : 'Off'}</DataCell>
      <DataCell label="Last sign-in">
        {lastSignInAt === null ? 'Never' : formatDateTime(toStudioTime(lastSignInAt, timeZone))}
      </DataCell>
      <DataCell>
        {isMe ? (
          <Text size="sm" c="dimmed">
            You cannot disable yourself
          </Text>
        ) : (
          <Group gap="0.375rem">
            <Button
              variant="default"
              size="xs"
              loading={change.isPending}
              onClick={() => change.mutate({ isDisabled: !isDisabled })}
            >
              {isDisabled ? 'Enable' : 'Disable'}
              <VisuallyHidden> {name}</VisuallyHidden>
            </Button>
            {member.hasPassword && !isDisabled && (
              <Button variant="default" size="xs" aria-haspopup="dialog" onClick={() => setLinking(true)}>
                New password…<VisuallyHidden> for {name}</VisuallyHidden>
              </Button>
            )}
          </Group>
        )}
        {isLinking && <PasswordLinkDialog member={member} onClose={() => setLinking(false)} />}
        {change.error && <ActionError error={change.error} />}
      </DataCell>
    </tr>
  );
}

function StaffName({ member: { name, email, isDisabled }, isMe }: { member: Staff; isMe: boolean }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar size={34} aria-hidden="true">
        {initialsOf(name)}
      </Avatar>
      <div>
        <Group gap="0.125rem 0.5rem" fw={600}>
          <bdi>{name}</bdi>
          {isMe && <Badge color="info">You</Badge>}
          {isDisabled && <Badge color="bad">Disabled</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </div>
    </Group>
  );
}
