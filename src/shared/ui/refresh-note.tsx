import { useStudio } from '#shared/api/studio.ts';
import { formatTime, toLocalDateTime } from '#shared/format/date-time.ts';
import classes from './refresh-note.module.css';

/** What is shown is older than it should be: a refresh in the background failed. `readAt` by the gateway's clock, in ms since 1970. */
export function RefreshNote({ readAt, onRetry }: { readAt: number; onRetry: () => void }) {
  const { timeZone } = useStudio();
  return (
    <output className={classes['note']}>
      As of {formatTime(toLocalDateTime(readAt, timeZone))}. It could not be refreshed just now.
      <button type="button" className={classes['retry']} onClick={onRetry}>
        Try again
      </button>
    </output>
  );
}
