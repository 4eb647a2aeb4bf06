import '@mantine/core/styles/Stack.layer.css';
import { Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '#shared/ui/page-title.tsx';

export function PageNotFound() {
  return (
    <Stack align="flex-start" gap="xs">
      <PageTitle>There is no such page</PageTitle>
      <p>The address may be mistyped or cut off.</p>
      <Button renderRoot={(props) => <Link to="/customers" {...props} />}>Go to the customers</Button>
    </Stack>
  );
}
