import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Progress.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, Group, Progress, Text } from '@mantine/core';
import { describeError } from '#shared/api/describe-error.ts';
import type { GatheredPurchases } from '#shared/bookings/gathered-purchases.ts';
import { formatCount, plural } from '#shared/format/number.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useSecondsLeft } from '#shared/ui/use-seconds-left.ts';

interface GatheringProgressProps {
  gathered: GatheredPurchases;
  error: unknown;
  isReading: boolean;
  onRetry: () => void;
}

/** How far the reading of all purchases has come, and what keeps it; nothing once all of them are there. */
export function GatheringProgress({ gathered, error, isReading, onRetry }: GatheringProgressProps) {
  const { isComplete, pagesRead, pageCount, purchases, total, hasDrifted, waitMs } = gathered;
  const secondsLeft = useSecondsLeft(waitMs, gathered);
  const retry = (
    <Button variant="default" size="xs" onClick={onRetry}>
      {isComplete ? 'Read again' : 'Go on'}
    </Button>
  );
  if (isComplete) {
    if (!hasDrifted || isReading) return null;
    return (
      <Notice
        tone="warn"
        role="status"
        isBrief
        title="The list changed in Reservie while it was being read: a purchase may be missing."
        actions={retry}
      />
    );
  }
  if (!isReading) {
    const reason = error ? `${describeError(error).title}. ` : '';
    const title = `${reason}${formatCount(purchases.length)} of ${plural(total, 'purchase')} have been read; the others are missing below.`;
    return <Notice tone="warn" role="status" isBrief title={title} actions={retry} />;
  }
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" role="status">
          Reading all purchases: {formatCount(purchases.length)} of {formatCount(total)}
        </Text>
        {waitMs !== undefined && (
          <Text size="sm" c="dimmed">
            The studio’s request budget is used up for the moment; it goes on in {secondsLeft} s.
          </Text>
        )}
      </Group>
      <Progress value={(pagesRead / pageCount) * 100} aria-label="Purchases read" />
    </div>
  );
}
