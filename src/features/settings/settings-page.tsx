import '@mantine/core/styles/Stack.layer.css';
import { Box, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { type TabLink, TabLinks } from '#shared/ui/tab-links.tsx';

export function SettingsPage({ tabs, children }: { tabs: readonly TabLink[]; children: ReactNode }) {
  return (
    <>
      <PageTitle>Settings</PageTitle>
      <Box mt="xs">
        <TabLinks label="Settings" tabs={tabs} />
      </Box>
      <Stack gap="xl" pt="sm">
        {children}
      </Stack>
    </>
  );
}
