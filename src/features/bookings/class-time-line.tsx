import type { EventDate } from '#contract/booking.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { classTimeWords } from './class-time.ts';
import classes from './booking.module.css';

interface ClassTimeLineProps {
  date: EventDate;
  /** Still to come, and not cancelled. */
  isAhead: boolean;
  now: number;
  timeZone: string;
  /** What else to say beside it, such as the duration. */
  more?: string;
}

/** When a class takes place, by the clock on its own wall. */
export function ClassTimeLine({ date, isAhead, now, timeZone, more }: ClassTimeLineProps) {
  const { when, hints } = classTimeWords(date, now, timeZone);
  const words = [...hints, more].filter(Boolean).join(' · ');
  return (
    <>
      <time className={classes['when']} dateTime={date.datetime}>
        {when}
      </time>{' '}
      {(isAhead || words) && (
        <span className={classes['hints']}>
          {isAhead && <Tag tone="info">Upcoming</Tag>} <span className={classes['quiet']}>{words}</span>
        </span>
      )}
    </>
  );
}
