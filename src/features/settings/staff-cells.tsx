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
import { ActionError } from '#shared/form/action-form.tsx';
import { initialsOf } from '#contract/person-name.ts';
import { PasswordLinkDialog } from './password-link-dialog.tsx';
import { staffQueries } from './queries.ts';
import { RoleChoice } from './role-choice.tsx';

interface MemberProps {
  member: Staff;
  isMe: boolean;
}

function useChange({ id }: Staff, isMe: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { role?: Role; isDisabled?: boolean }) =>
      call(staffApi.changeStaff, { params: { staffId: id }, body }),
    onSettled: async () => {
      // First one's own role, which decides whether there is a list to ask for any more.
      if (isMe) await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await readIfAllowed(queryClient, 'manager', () => queryClient.invalidateQueries(staffQueries.list()));
    },
  });
}

export function StaffRole({ member, isMe, isLastManager }: MemberProps & { isLastManager: boolean }) {
  const { name, role } = member;
  const change = useChange(member, isMe);
  if (isLastManager) {
    return (
      <>
        {ROLE_WORDS[role].name}
        <Text size="sm" c="dimmed" maw="16rem">
          The only manager: make another member of staff one before this can change.
        </Text>
      </>
    );
  }
  return (
    <>
      <RoleChoice
        key={role}
        name={name}
        role={role}
        isPending={change.isPending}
        onChoose={(to) => change.mutate({ role: to })}
      />
      {change.error && <ActionError error={change.error} />}
    </>
  );
}

export function StaffActions({ member, isMe }: MemberProps) {
  const { name, isDisabled, hasPassword } = member;
  const [isLinking, setLinking] = useState(false);
  const change = useChange(member, isMe);
  if (isMe) {
    return (
      <Text size="sm" c="dimmed">
        You cannot disable yourself
      </Text>
    );
  }
  return (
    <>
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
        {hasPassword && !isDisabled && (
          <Button variant="default" size="xs" aria-haspopup="dialog" onClick={() => setLinking(true)}>
            New password…<VisuallyHidden> for {name}</VisuallyHidden>
          </Button>
        )}
      </Group>
      {isLinking && <PasswordLinkDialog member={member} onClose={() => setLinking(false)} />}
      {change.error && <ActionError error={change.error} />}
    </>
  );
}

export function StaffName({ member: { name, email, isDisabled }, isMe }: MemberProps) {
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
