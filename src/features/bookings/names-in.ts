import { personName } from '#shared/format/person-name.ts';
import { type BookingRow, attendeeOf } from './booking-row.ts';

/** For whom the bookings are: ids with names. */
export function namesIn(rows: readonly BookingRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { booking } of rows) {
    const { id, ...person } = attendeeOf(booking);
    if (!names.has(id)) names.set(id, personName(person));
  }
  return names;
}
