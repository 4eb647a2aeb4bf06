import type { Instant, LocalDate, LocalDateTime } from '#contract/time.ts';

// A LocalDateTime is formatted as if it were UTC: it already is what the wall clock shows, so no zone may touch it.
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-03` or the day of a LocalDateTime → "Tue 3 Mar 2026". */
export function formatDay(local: LocalDate | LocalDateTime): string {
  return day.format(new Date(`${local.slice(0, 10)}T00:00:00Z`)).replace(',', '');
}

/** `2026-03-03` or the day of a LocalDateTime → "3 Mar 2026", where the weekday does not matter. */
export function formatDate(local: LocalDate | LocalDateTime): string {
  return formatDay(local).slice(4);
}

/** `2026-03-03T09:00:00` → "Tue 3 Mar 2026, 09:00". */
export function formatDateTime(local: LocalDateTime): string {
  return `${formatDay(local)}, ${local.slice(11, 16)}`;
}

/** A moment → what the studio's clock shows then. */
export function toStudioTime(instant: Instant, studioTimeZone: string): LocalDateTime {
  return toLocalDateTime(Date.parse(instant), studioTimeZone);
}

/** What a wall clock in `timeZone` shows at a moment (ms since 1970). An unknown zone counts as UTC. */
export function toLocalDateTime(moment: number, timeZone: string): LocalDateTime {
  return wallClockOf(timeZone).format(moment).replace(' ', 'T');
}

/** The calendar day in `timeZone` at a moment (ms since 1970). */
export function toLocalDate(moment: number, timeZone: string): LocalDate {
  return toLocalDateTime(moment, timeZone).slice(0, 10);
}

/** Moves a day by whole days. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** "today", "tomorrow", "yesterday", or nothing. */
export function nearDay(local: LocalDate | LocalDateTime, today: LocalDate): string | undefined {
  return new Map([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
  ]).get(daysBetween(today, local.slice(0, 10)));
}

/** "Madrid time" for a zone that is not the studio's, otherwise nothing. */
export function zoneNote(timeZone: string, studioTimeZone: string): string | undefined {
  if (timeZone === studioTimeZone) return undefined;
  return `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time`;
}

// Swedish writes ISO order: "2026-03-03 09:00:00".
function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = wallClocks.get(timeZone);
  if (!clock) {
    clock = newWallClock(timeZone);
    wallClocks.set(timeZone, clock);
  }
  return clock;
}

function newWallClock(timeZone: string): Intl.DateTimeFormat {
  const style = { dateStyle: 'short', timeStyle: 'medium' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...style, timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { ...style, timeZone: 'UTC' });
  }
}
