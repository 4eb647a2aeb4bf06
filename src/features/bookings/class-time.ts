import type { EventDate } from '#contract/booking.ts';
import { toMoment } from '#shared/format/zoned-time.ts';
import { formatDateTime, nearDay, toLocalDate, toLocalDateTime, zoneNote } from '#shared/format/date-time.ts';

/** Clocks never change by more: beyond it their faces can be compared, which is a hundred times cheaper. */
const LONGEST_CHANGE_MS = 3 * 3_600_000;

/**
 * Whether a class has yet to begin at `now` (ms since 1970), by the clock on its own wall. In the hour that comes twice in
 * October the first is meant, so that a class that is over never comes back.
 */
export function isUpcoming({ datetime, tz }: Pick<EventDate, 'datetime' | 'tz'>, now: number): boolean {
  const away = Date.parse(`${datetime.slice(0, 19)}Z`) - Date.parse(`${toLocalDateTime(now, tz)}Z`);
  return Math.abs(away) > LONGEST_CHANGE_MS ? away > 0 : toMoment(datetime, tz) > now;
}

/** "Tue 3 Mar 2026, 09:00" and what is worth knowing beside it: "tomorrow", "Madrid time". */
export function classTimeWords(
  date: EventDate,
  now: number,
  studioTimeZone: string,
): { when: string; hints: string[] } {
  const hints = [nearDay(date.datetime, toLocalDate(now, date.tz)), zoneNote(date.tz, studioTimeZone)];
  return { when: formatDateTime(date.datetime), hints: hints.filter((hint) => hint !== undefined) };
}
