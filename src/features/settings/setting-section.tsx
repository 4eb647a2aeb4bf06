import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

interface SettingSectionProps {
  title: string;
  /** What this is for, in a sentence or two. */
  words?: ReactNode;
  /** As wide as the page: tables. */
  isWide?: boolean;
  children: ReactNode;
}

/** A heading with its explanation, and beside it, where there is room, what can be set. */
export function SettingSection({ title, words, isWide = false, children }: SettingSectionProps) {
  const id = useId();
  const about = (
    <Stack gap="xs">
      <Title order={2} id={id}>
        {title}
      </Title>
      {words && (
        <Text c="dimmed" maw="60ch">
          {words}
        </Text>
      )}
    </Stack>
  );
  if (isWide) {
    return (
      <section aria-labelledby={id}>
        <Stack gap="0.875rem">
          {about}
          {children}
        </Stack>
      </section>
    );
  }
  return (
    <section className={classes['section']} aria-labelledby={id}>
      {about}
      <Paper p="1.25rem">
        <Stack gap="0.875rem">{children}</Stack>
      </Paper>
    </section>
  );
}
