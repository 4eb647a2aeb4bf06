import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Box, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateBlock } from '#shared/bookings/date-block.tsx';
import { formatCount } from '#shared/format/number.ts';

interface RecordListProps<Row> {
  /** The list's name, for those who cannot see the page. */
  label: string;
  /** What these of the records have in common, above them, and how many they are. */
  title?: string;
  count?: number;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Read-only records that need more room than a table row gives, one below the other on a white panel. */
export function RecordList<Row>({ label, title, count, rows, keyOf, children }: RecordListProps<Row>) {
  return (
    <Paper component="section" style={{ overflow: 'clip' }} data-lines>
      {title !== undefined && (
        <Title order={2} fz="md" fw={600} p="0.4375rem 1rem" bg="var(--desk-canvas)">
          {title}{' '}
          {count !== undefined && (
            <Text span inherit fw={400} c="dimmed">
              {formatCount(count)}
            </Text>
          )}
        </Title>
      )}
      <ul aria-label={title === undefined ? label : `${label}, ${title}`} data-lines>
        {rows.map((row) => (
          <Box component="li" key={keyOf(row)} p="0.75rem 1rem">
            {children(row)}
          </Box>
        ))}
      </ul>
    </Paper>
  );
}

interface DatedRecordProps {
  /** The day it belongs to. */
  at: string;
  /** Who, when, and the like: quieter, below it. */
  about: ReactNode;
  /** At the end of the line. */
  action?: ReactNode;
  /** What opens below all of it. */
  below?: ReactNode;
  children: ReactNode;
}

/** A record of a list beside its day. */
export function DatedRecord({ at, about, action, below, children }: DatedRecordProps) {
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <DateBlock day={at} />
      <div style={{ flex: 1, minWidth: 0, maxWidth: '44rem' }}>
        {children}
        <Text size="sm" c="dimmed" component="div">
          {about}
        </Text>
        {below}
      </div>
      {action}
    </Group>
  );
}
