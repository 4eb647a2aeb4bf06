import type { Instant, LocalDate, LocalDateTime } from '#contract/time.ts';
import { plural } from './number.ts';
import { perLocale, studioLocale } from './studio-locale.ts';

// A LocalDateTime is formatted as if it were UTC: it already is what the wall clock shows, so no zone may touch it. Digits
// and calendar stay those that the values have; the locale decides the order, the names and the clock of 12 or 24 hours.
const WRITTEN = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, ...DATE, weekday: 'short' }));
const date = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, ...DATE }));
const time = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, timeStyle: 'short' }));
const weekday = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, weekday: 'short' }));
const weekdayName = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, weekday: 'long' }));
const monthName = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, month: 'long' }));
const monthShort = perLocale((locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, month: 'short' }));
const monthOfYear = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, month: 'long', year: 'numeric' }),
);
const dayOfMonth = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { ...WRITTEN, day: 'numeric', month: 'short' }),
);

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-03` or the day of a LocalDateTime → "Tue 3 Mar 2026". */
export function formatDay(local: LocalDate | LocalDateTime): string {
  return withoutComma(day().format(asUtc(local)));
}

/** `2026-03-03` or the day of a LocalDateTime → "3 Mar 2026", where the weekday does not matter. */
export function formatDate(local: LocalDate | LocalDateTime): string {
  return date().format(asUtc(local));
}

/** → "3 Mar", where the year is plain. */
export function formatDayOfMonth(local: LocalDate | LocalDateTime): string {
  return dayOfMonth().format(asUtc(local));
}

/** → "Tue". */
export function formatWeekday(local: LocalDate | LocalDateTime): string {
  return weekday().format(asUtc(local));
}

/** → "Tuesday". */
export function formatWeekdayName(local: LocalDate | LocalDateTime): string {
  return weekdayName().format(asUtc(local));
}

/** → "Mar". */
export function formatMonthShort(local: LocalDate | LocalDateTime): string {
  return monthShort().format(asUtc(local));
}

/** → "March"; with its year: "March 2026". */
export function formatMonth(local: LocalDate | LocalDateTime, hasYear: boolean): string {
  return (hasYear ? monthOfYear() : monthName()).format(asUtc(local));
}

/** `2026-03-03T09:00:00` → "09:00", or "9:00 AM" where the studio writes so. */
export function formatTime(local: LocalDateTime): string {
  return time().format(Date.parse(`${local.slice(0, 19)}Z`));
}

/** `2026-03-03T09:00:00` → "Tue 3 Mar 2026, 09:00". */
export function formatDateTime(local: LocalDateTime): string {
  return `${formatDay(local)}, ${formatTime(local)}`;
}

function asUtc(local: LocalDate | LocalDateTime): number {
  return Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
}

/** British English writes a comma after the weekday, which says nothing. */
function withoutComma(written: string): string {
  return studioLocale() === 'en-GB' ? written.replace(',', '') : written;
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
  if (timeZone === studioTimeZone || canonicalZone(timeZone) === canonicalZone(studioTimeZone)) return undefined;
  const name = timeZone.trim().split('/').at(-1)?.replaceAll('_', ' ') ?? '';
  if (name === '') return 'in an unknown time zone';
  // POSIX counts westwards: Etc/GMT+5 is five hours behind.
  const fixed = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timeZone);
  if (fixed) return `UTC${fixed[1] === '+' ? '−' : '+'}${Number(fixed[2])} time`;
  return /\btime$/i.test(name) ? name : `${name} time`;
}

const canonicalZones = new Map<string, string>();

/** A zone may have several names: `GB` is `Europe/London`. */
function canonicalZone(timeZone: string): string {
  let canonical = canonicalZones.get(timeZone);
  if (canonical === undefined) {
    canonical = readCanonicalZone(timeZone);
    canonicalZones.set(timeZone, canonical);
  }
  return canonical;
}

function readCanonicalZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
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

/** Minutes in the words of a timetable: "60 min", "2 h 30 min", "2 days". Up to two hours stay in minutes. */
export function formatDuration(minutes: number): string {
  if (minutes <= 120) return `${minutes} min`;
  if (minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  return [days > 0 && plural(days, 'day'), hours > 0 && `${hours} h`, rest > 0 && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}
