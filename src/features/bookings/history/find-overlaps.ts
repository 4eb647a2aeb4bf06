import type { BookingId } from '#contract/id.ts';
import { toMoment } from '#shared/format/zoned-time.ts';
import { type BookingRow, attendeeOf } from './booking-row.ts';

const MINUTE_MS = 60_000;
/** Two walls differ by up to 26 hours. */
const WALLS_DIFFER_MS = 26 * 3_600_000;

/** Bookings of one person whose classes take place at the same time; cancelled ones take no time. */
export function findOverlaps(rows: readonly BookingRow[]): ReadonlySet<BookingId> {
  const byPerson = new Map<string, BookingRow[]>();
  for (const row of rows) {
    if (row.booking.is_cancelled) continue;
    const { id } = attendeeOf(row.booking);
    const own = byPerson.get(id);
    if (own) own.push(row);
    else byPerson.set(id, [row]);
  }
  const found = new Set<BookingId>();
  for (const own of byPerson.values()) collectOverlaps(own, found);
  return found;
}

function collectOverlaps(rows: readonly BookingRow[], found: Set<BookingId>): void {
  const times = rows
    .map(({ booking }) => {
      const { datetime, tz, duration } = booking.event.date;
      return { id: booking.id, datetime, tz, wall: Date.parse(`${datetime.slice(0, 19)}Z`), ms: duration * MINUTE_MS };
    })
    .toSorted((a, b) => a.wall - b.wall);
  const longest = Math.max(0, ...times.map(({ ms }) => ms));
  for (const [index, one] of times.entries()) {
    for (let at = index + 1; at < times.length; at += 1) {
      const other = times[at];
      if (!other || other.wall - one.wall > longest + WALLS_DIFFER_MS) break;
      // Moments cost much more than faces of clocks, which are enough on one wall.
      const isNear = one.tz !== other.tz || other.wall - one.wall <= one.ms + 60 * MINUTE_MS;
      if (isNear && doOverlap(one, other)) found.add(one.id).add(other.id);
    }
  }
}

interface ClassTime {
  datetime: string;
  tz: string;
  ms: number;
}

function doOverlap(one: ClassTime, other: ClassTime): boolean {
  const [a, b] = [toMoment(one.datetime, one.tz), toMoment(other.datetime, other.tz)];
  return a < b + other.ms && b < a + one.ms;
}
