import type { LocalDate, LocalDateTime } from '#contract/time.ts';
import { formatMonthShort } from '#shared/format/date-time.ts';
import classes from './date-block.module.css';

/** A day as a leaf of a calendar: its month above its number. */
export function DateBlock({ day }: { day: LocalDate | LocalDateTime }) {
  return (
    <span className={classes['leaf']}>
      <span>{formatMonthShort(day)}</span> <strong>{Number(day.slice(8, 10))}</strong>
    </span>
  );
}
