import { Button } from '@mantine/core';
import { useStudio } from '#shared/api/studio.ts';
import { formatTime, toLocalDateTime } from '#shared/format/date-time.ts';
import { Notice } from './notice.tsx';

/** What is shown is older than it should be: a refresh in the background failed. `readAt` by the gateway's clock, in ms since 1970. */
export function RefreshNote({ readAt, onRetry }: { readAt: number; onRetry: () => void }) {
  const { timeZone } = useStudio();
  return (
    <Notice
      tone="warn"
      role="status"
      isBrief
      title={`As of ${formatTime(toLocalDateTime(readAt, timeZone))}. It could not be refreshed just now.`}
      actions={
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
