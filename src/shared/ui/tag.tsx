import '@mantine/core/styles/Badge.layer.css';
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A short state in words; the colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <Badge color={tone === 'neutral' ? 'gray' : tone} title={title}>
      {children}
    </Badge>
  );
}
