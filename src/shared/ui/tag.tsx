import '@mantine/core/styles/Badge.layer.css';
import { Badge, Text } from '@mantine/core';
import '@mantine/core/styles/Text.layer.css';
import type { ReactNode } from 'react';
import type { Expiry } from '#shared/format/expiry.ts';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A state as a rule words it, and how the words look. */
export interface State {
  words: string;
  tone: Tone;
}

/** A short state in words; the colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <Badge color={tone === 'neutral' ? 'gray' : tone} title={title}>
      {children}
    </Badge>
  );
}

export function ExpiryWords({ expiry: { words, detail, isUrgent } }: { expiry: Expiry }) {
  return (
    <>
      {isUrgent ? <Tag tone="warn">{words}</Tag> : words}
      {detail && (
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      )}
    </>
  );
}
