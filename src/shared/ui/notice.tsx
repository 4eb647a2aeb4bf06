import '@mantine/core/styles/Alert.layer.css';
import '@mantine/core/styles/EmptyState.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Alert, Box, EmptyState, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface NoticeProps {
  tone?: 'neutral' | 'warn' | 'bad';
  title: string;
  children?: ReactNode;
  reference?: string | undefined;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  /** On one line, where there is room. */
  isBrief?: boolean;
}

/** A panel that explains a state: empty and forbidden as an empty state, failed as an alert. Says why, and what to do. */
export function Notice({ tone = 'neutral', title, children, reference, actions, role, isBrief = false }: NoticeProps) {
  if (tone === 'neutral') {
    return (
      <Paper p="lg" role={role}>
        <EmptyState>
          <EmptyState.Title>{title}</EmptyState.Title>
          {children && <EmptyState.Description maw="65ch">{children}</EmptyState.Description>}
          {actions && <EmptyState.Actions>{actions}</EmptyState.Actions>}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Alert color={tone} role={role} title={isBrief ? undefined : title} icon={<Icon name="alert" />}>
      {isBrief ? (
        <Group justify="space-between" gap="xs">
          <strong>{title}</strong>
          {actions && <Box aria-live="off">{actions}</Box>}
        </Group>
      ) : (
        <>
          {children && <Box maw="65ch">{children}</Box>}
          {reference && (
            <Text size="xs" mt={4}>
              Reference for support: {reference}
            </Text>
          )}
          {/* A button that counts seconds is not read out with each. */}
          {actions && (
            <Group mt="sm" aria-live="off">
              {actions}
            </Group>
          )}
        </>
      )}
    </Alert>
  );
}
