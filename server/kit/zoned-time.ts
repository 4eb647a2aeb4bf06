import { tzOffset } from '@date-fns/tz';
import type { LocalDate, LocalDateTime } from '#contract/time.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The moment at which a wall clock in `timeZone` shows `local`, in milliseconds since 1970. A time skipped in spring
 * moves forward by the gap; a time that occurs twice in autumn means the first. The host's own zone plays no part
 * (TZDate's constructor resolves both cases differently from host to host).
 */
export function toInstant(local: LocalDateTime, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const before = asUtc - offsetAt(asUtc - DAY, timeZone);
  const after = asUtc - offsetAt(asUtc + DAY, timeZone);
  if (before + offsetAt(before, timeZone) === asUtc) return before;
  return after + offsetAt(after, timeZone) === asUtc ? after : before;
}

/** What a wall clock in `timeZone` shows at a moment, to the second. */
export function toLocalDateTime(instant: number, timeZone: string): LocalDateTime {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 19);
}

/** The calendar day in `timeZone` at a moment. */
export function toLocalDate(instant: number, timeZone: string): LocalDate {
  return toLocalDateTime(instant, timeZone).slice(0, 10);
}

function offsetAt(instant: number, timeZone: string): number {
  return tzOffset(timeZone, new Date(instant)) * MINUTE;
}
