import type { EventDate } from '#contract/booking.ts';
import { formatDateTime, nearDay, toLocalDate, toLocalDateTime, zoneNote } from '#shared/format/date-time.ts';

/** Whether a class has yet to begin: its wall time against what a clock on its own wall shows at `now` (ms since 1970). */
export function isUpcoming({ datetime, tz }: Pick<EventDate, 'datetime' | 'tz'>, now: number): boolean {
  return datetime.slice(0, 19) > toLocalDateTime(now, tz);
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
