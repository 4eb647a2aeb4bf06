import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Role } from '#contract/role.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import classes from './sign-in.module.css';
import { enter } from './enter.ts';

interface DemoButtonsProps {
  roles: readonly Role[];
  /** Whether the session outlives the browser’s window. */
  isStaying: boolean;
  onSignedIn: () => void | Promise<void>;
}

/** The demo signs in with one click, to show what each role sees. */
export function DemoButtons({ roles, isStaying, onSignedIn }: DemoButtonsProps) {
  const signIn = useMutation({ mutationFn: (role: Role) => enter.asDemo(role, isStaying), onSuccess: onSignedIn });
  return (
    <Stack gap="xs" role="group" aria-label="Sign in to the demo">
      <p>
        <strong>This is a demo.</strong> Look around as:
      </p>
      {roles.map((role) => (
        <Group
          key={role}
          className={classes['role'] ?? ''}
          justify="space-between"
          wrap="nowrap"
          gap="xs"
          p="0.75rem 0.875rem"
          ta="start"
          renderRoot={(props) => (
            <UnstyledButton {...props} disabled={signIn.isPending} onClick={() => signIn.mutate(role)} />
          )}
        >
          <Group component="span" gap="0.125rem 0.75rem" flex={1}>
            <Text span w="5.5rem" fw={600} c="var(--desk-accent)">
              {ROLE_WORDS[role].name}
            </Text>
            <Text span size="sm" c="dimmed" flex="1 1 12rem">
              {ROLE_WORDS[role].may}
            </Text>
          </Group>
          <Icon name="chevronRight" size={16} />
        </Group>
      ))}
      {signIn.error && <ActionError error={signIn.error} />}
    </Stack>
  );
}
