import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Stack, Text, UnstyledButton } from '@mantine/core';
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
        <UnstyledButton
          key={role}
          className={classes['role'] ?? ''}
          disabled={signIn.isPending}
          onClick={() => signIn.mutate(role)}
        >
          <Text w="5.5rem" fw={600} c="var(--desk-accent)">
            {ROLE_WORDS[role].name}
          </Text>
          <Text size="sm" c="dimmed" flex="1 1 12rem">
            {ROLE_WORDS[role].may}
          </Text>
          <Icon name="chevronRight" size={16} />
        </UnstyledButton>
      ))}
      {signIn.error && <ActionError error={signIn.error} />}
    </Stack>
  );
}
