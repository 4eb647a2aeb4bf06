import { toInstant, toLocalDate } from '#kit/zoned-time.ts';
import type { LocalDate, LocalDateTime } from '#contract/time.ts';
import { STUDIO_ZONE, studioTime } from '../studio-time.ts';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** How far the studio's history reaches back from `now`, and its timetable ahead. */
export const WEEKS_BACK = 104;
export const WEEKS_AHEAD = 13;

/** Adds whole days to a calendar day. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday of the week that a moment lies in, by the studio's calendar. */
export function mondayOf(instant: number): LocalDate {
  const today = toLocalDate(instant, STUDIO_ZONE);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -weekday);
}

/** The last second of a day in the studio's zone, as a wall-clock time. */
export function endOfDay(date: LocalDate): LocalDateTime {
  return `${date}T23:59:59`;
}

/** The moment at which the studio's wall clock shows `local`. */
export function studioInstant(local: LocalDateTime): number {
  return toInstant(local, STUDIO_ZONE);
}

const offsets = new Map<number, number>();

/**
 * The same as `studioTime`, for a million calls: asking the zone's rules each time takes a fifth of a seeding. Clocks
 * change on the full hour, so one answer holds for all of it.
 */
export function quickStudioTime(instant: number): LocalDateTime {
  const hour = Math.floor(instant / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = Date.parse(`${studioTime(hour * HOUR)}Z`) - hour * HOUR;
    offsets.set(hour, offset);
  }
  return new Date(instant + offset).toISOString().slice(0, 19);
}
