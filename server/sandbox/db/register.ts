import type { Attendee, Register, WaitingCustomer } from '#contract/event.ts';
import { customerRef, refColumns } from './customers.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { selectAll, selectOne } from './query.ts';

interface DateRow {
  id: number;
  event_id: number;
  event_name: string;
  max_attendees: number | null;
  datetime: string;
  tz: string;
  duration: number;
}

interface PersonRow {
  person_id: number;
  person_firstname: string;
  person_lastname: string;
  person_email: string;
  spaces: number;
}

interface AttendeeRow extends PersonRow {
  id: number;
  bought_for: number | null;
  is_cancelled: number;
  method: string;
  attended: number | null;
}

export const registerQueries = {
  date: `SELECT event_date.id, event_date.event_id, event.name AS event_name, event.max_attendees, event_date.datetime,
      event_date.tz, event_date.duration
    FROM event_date JOIN event ON event.id = event_date.event_id WHERE event_date.id = ? AND event_date.event_id = ?`,
  bookings: `SELECT booking.id, booking.bought_for, booking.is_cancelled, booking.method, booking.attended,
      booking.spaces, ${refColumns('person', 'person')}
    FROM booking
    JOIN purchase ON purchase.id = booking.purchase_id
    JOIN customer AS person ON person.id = coalesce(booking.bought_for, purchase.customer_id)
    WHERE booking.event_date_id = ? ORDER BY booking.id`,
  waiting: `SELECT waiting.spaces, ${refColumns('person', 'person')}
    FROM waiting JOIN customer AS person ON person.id = waiting.customer_id
    WHERE waiting.event_date_id = ? ORDER BY waiting.position`,
};

export function createRegisterStore(database: Database) {
  const date = selectOne<DateRow>(database, registerQueries.date);
  const bookings = selectAll<AttendeeRow>(database, registerQueries.bookings);
  const waiting = selectAll<PersonRow>(database, registerQueries.waiting);

  return {
    /** The register of one date; undefined when the date is not this event's. */
    find: (eventId: string, dateId: string): Register | undefined => {
      const row = date(keyOf(dateId), keyOf(eventId));
      if (!row) return undefined;
      const { datetime, tz, duration } = row;
      const booked = bookings(row.id);
      return {
        event: { id: wireId.event(row.event_id), name: row.event_name },
        date: { id: wireId.eventDate(row.id), datetime, tz, duration },
        capacity: row.max_attendees,
        attendees: booked.filter((each) => each.is_cancelled === 0).map(toAttendee),
        waiting_list: waiting(row.id).map((each): WaitingCustomer => ({
          customer: personOf(each),
          spaces: each.spaces,
        })),
        cancelled: booked.filter((each) => each.is_cancelled === 1).map(toAttendee),
      };
    },
  };
}

function toAttendee(row: AttendeeRow): Attendee {
  return {
    booking_id: wireId.booking(row.id),
    customer: personOf(row),
    role: row.bought_for === null ? 'BOOKER' : 'GUEST',
    spaces: row.spaces,
    payment_method: row.method,
    attended: row.attended === null ? null : row.attended === 1,
  };
}

function personOf(row: PersonRow) {
  return customerRef(row.person_id, row.person_firstname, row.person_lastname, row.person_email);
}
