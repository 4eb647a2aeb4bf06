import { toLocalDate, toLocalDateTime } from '#kit/zoned-time.ts';
import type { LocalDate, LocalDateTime } from '#contract/time.ts';

/** The zone of every time that carries none: purchase dates, notes, the day that "today" is. */
export const STUDIO_ZONE = 'Europe/London';

/** What the studio's wall clock shows at a moment in milliseconds since 1970. */
export function studioTime(instant: number): LocalDateTime {
  return toLocalDateTime(instant, STUDIO_ZONE);
}

/**
 * The documented default of `startDate`: three calendar months before today in the studio's zone. A day that the
 * earlier month does not have becomes its last one: 31 May → 28 February.
 */
export function threeMonthsBefore(instant: number): LocalDate {
  const [year = 0, month = 1, day = 1] = toLocalDate(instant, STUDIO_ZONE).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 4, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** A moment as the wire writes it, to the second: `2026-03-03T09:00:00Z`. */
export function toWireInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
