import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Box, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '#shared/ui/page-title.tsx';
import classes from './sign-in.module.css';

/** A screen for those who are not signed in: one panel, without anything of the studio around it. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="main" mih="100dvh" p="clamp(1rem, 10vh, 7rem) 1rem 2rem">
      <Paper className={classes['panel'] ?? ''} shadow="md">
        <Stack gap="1.25rem">
          <Group gap="sm" wrap="nowrap">
            <img src="/icon.svg" alt="" width={40} height={40} />
            <PageTitle>{title}</PageTitle>
          </Group>
          {children}
        </Stack>
      </Paper>
    </Box>
  );
}
