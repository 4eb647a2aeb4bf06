import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Heard, but not seen: the screen says it in other words. */
const UNSEEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** How many rows there are, in a sentence above them that is read out when it changes. */
export function FoundCount({ isUnseen = false, children }: { isUnseen?: boolean; children: ReactNode }) {
  return (
    <Text component="output" display="block" size="sm" c="dimmed" mih={20} style={isUnseen ? UNSEEN : undefined}>
      {children}
    </Text>
  );
}
