import type { LocalDateTime } from '#contract/time.ts';
import { toLocalDateTime } from './date-time.ts';

const DAY_MS = 86_400_000;

/**
 * The moment (ms since 1970) at which a wall clock in `timeZone` shows `local`. A time skipped in spring moves forward by the
 * gap; of one that occurs twice in autumn the first is meant, as in the gateway (server/kit/zoned-time.ts).
 */
export function toMoment(local: LocalDateTime, timeZone: string): number {
  const asUtc = Date.parse(`${local.slice(0, 19)}Z`);
  const before = asUtc - offsetAt(asUtc - DAY_MS, timeZone);
  const after = asUtc - offsetAt(asUtc + DAY_MS, timeZone);
  if (before + offsetAt(before, timeZone) === asUtc) return before;
  return after + offsetAt(after, timeZone) === asUtc ? after : before;
}

function offsetAt(moment: number, timeZone: string): number {
  const whole = Math.floor(moment / 1000) * 1000;
  return Date.parse(`${toLocalDateTime(whole, timeZone)}Z`) - whole;
}
