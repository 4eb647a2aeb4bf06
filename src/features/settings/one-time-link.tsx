import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Paper, Text } from '@mantine/core';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';

interface OneTimeLinkProps {
  /** Whom to send it to. */
  email: string;
  link: string;
  expiresAt: string;
  /** "invitation link": what is copied. */
  name: string;
}

/** A link that the gateway says once: only its reader can pass it on. */
export function OneTimeLink({ email, link, expiresAt, name }: OneTimeLinkProps) {
  const { timeZone } = useStudio();
  return (
    <Paper withBorder={false} radius="sm" p="sm" bg="var(--desk-good-soft)" role="status">
      <p>
        Send this link to <strong>{email}</strong>. It works once, until{' '}
        {formatDateTime(toStudioTime(expiresAt, timeZone))}, and is not shown again.
      </p>
      <Group mt="xs" gap="xs" wrap="nowrap">
        <Text size="sm" ff="monospace" miw={0}>
          {link}
        </Text>
        <CopyButton value={link} label={name} />
      </Group>
    </Paper>
  );
}
