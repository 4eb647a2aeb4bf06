import type { EventDate } from '#contract/booking.ts';
import { nearDay, toLocalDate, toLocalDateTime, zoneNote } from '#shared/format/date-time.ts';
import { toMoment } from '#shared/format/zoned-time.ts';

/** Clocks never change by more: beyond it their faces can be compared, which is a hundred times cheaper. */
const LONGEST_CHANGE_MS = 3 * 3_600_000;

export interface ClassClock {
  /**
   * Whether a class has yet to begin, by the clock on its own wall. In the hour that comes twice in October the first is
   * meant, so that a class that is over never comes back.
   */
  isUpcoming: (date: Pick<EventDate, 'datetime' | 'tz'>) => boolean;
}

/** The clocks of all zones at `now` (ms since 1970); each is read once. */
export function classClockAt(now: number): ClassClock {
  const faces = new Map<string, number>();
  function faceIn(tz: string): number {
    let face = faces.get(tz);
    if (face === undefined) {
      face = Date.parse(`${toLocalDateTime(now, tz)}Z`);
      faces.set(tz, face);
    }
    return face;
  }
  return {
    isUpcoming: ({ datetime, tz }) => {
      const away = Date.parse(`${datetime.slice(0, 19)}Z`) - faceIn(tz);
      return Math.abs(away) > LONGEST_CHANGE_MS ? away > 0 : toMoment(datetime, tz) > now;
    },
  };
}

/** What is worth knowing beside the time of a class: "tomorrow", "Madrid time". */
export function classTimeHints(date: EventDate, now: number, studioTimeZone: string): string[] {
  const hints = [nearDay(date.datetime, toLocalDate(now, date.tz)), zoneNote(date.tz, studioTimeZone)];
  return hints.filter((hint) => hint !== undefined);
}
