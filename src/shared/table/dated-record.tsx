import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateBlock } from '#shared/bookings/date-block.tsx';

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
