import '@mantine/core/styles/Group.layer.css';
import { Button, Group } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Instant } from '#contract/time.ts';
import { useStudio } from '#shared/api/studio.ts';
import { gatewayTime } from '#shared/format/gateway-clock.ts';
import { formatDateTime, formatTime, toLocalDate, toStudioTime } from '#shared/format/date-time.ts';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { directory } from '../directory/directory.ts';

/** A list older than this is read again when a user comes to look at it. */
const OLD_MS = 5 * 60_000;

/** "As of 14:02", and a button to read the list again. */
export function ListFreshness({ asOf }: { asOf: Instant }) {
  const { timeZone } = useStudio();
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');
  const now = useNow();
  const readAt = Date.parse(asOf);

  const refresh = useCallback(() => {
    setState('busy');
    directory.refresh().then(
      () => setState('rest'),
      () => setState('failed'),
    );
  }, []);

  useEffect(() => {
    function look() {
      if (document.visibilityState === 'visible' && gatewayTime() - readAt > OLD_MS) refresh();
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [readAt, refresh]);

  useEffect(() => {
    if (state !== 'failed') return;
    window.addEventListener('online', refresh);
    return () => window.removeEventListener('online', refresh);
  }, [state, refresh]);

  if (state === 'failed') return <RefreshNote readAt={readAt} onRetry={refresh} />;
  const local = toStudioTime(asOf, timeZone);
  const isToday = local.startsWith(toLocalDate(now, timeZone));
  return (
    <Group component="p" gap="0.375rem" fz="sm" c="dimmed">
      As of {isToday ? formatTime(local) : formatDateTime(local)}
      <Button size="compact-sm" variant="subtle" onClick={refresh} disabled={state === 'busy'}>
        {state === 'busy' ? 'Refreshing…' : 'Refresh'}
      </Button>
    </Group>
  );
}
