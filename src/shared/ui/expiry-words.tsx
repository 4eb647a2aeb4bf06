import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import type { Expiry } from '#shared/format/expiry.ts';
import { Tag } from './tag.tsx';

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
