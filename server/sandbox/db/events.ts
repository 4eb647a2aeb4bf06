import * as z from 'zod/mini';
import type { StudioEvent } from '#contract/event.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { selectAll } from './query.ts';

interface EventRow {
  id: number;
  name: string;
  format: string;
  max_attendees: number | null;
  waiting_list_enabled: number;
  booking_types: string;
  payment_methods: string;
  date_id: number;
  datetime: string;
  tz: string;
  duration: number;
}

interface TeachingRow {
  event_id: number;
  id: number;
  name: string;
}

const Words = z.array(z.string());
const columns = `event.id, event.name, event.format, event.max_attendees, event.waiting_list_enabled,
  event.booking_types, event.payment_methods, event_date.id AS date_id, event_date.datetime, event_date.tz,
  event_date.duration`;

export const eventQueries = {
  between: `SELECT ${columns} FROM event_date JOIN event ON event.id = event_date.event_id
    WHERE event_date.starts_at >= ? AND event_date.starts_at <= ? ORDER BY event.id, event_date.starts_at`,
  one: `SELECT ${columns} FROM event JOIN event_date ON event_date.event_id = event.id
    WHERE event.id = ? ORDER BY event_date.starts_at`,
  teachers: `SELECT event_facilitator.event_id, facilitator.id, facilitator.name FROM json_each(?) AS wanted
    JOIN event_facilitator ON event_facilitator.event_id = wanted.value
    JOIN facilitator ON facilitator.id = event_facilitator.facilitator_id`,
};

export function createEventStore(database: Database) {
  const between = selectAll<EventRow>(database, eventQueries.between);
  const one = selectAll<EventRow>(database, eventQueries.one);
  const teachers = selectAll<TeachingRow>(database, eventQueries.teachers);

  function toEvents(rows: EventRow[]): StudioEvent[] {
    const events = new Map<number, StudioEvent>();
    for (const row of rows) {
      const event = events.get(row.id) ?? toEvent(row);
      events.set(row.id, event);
      const { datetime, tz, duration } = row;
      event.dates.push({ id: wireId.eventDate(row.date_id), type: 'event_date', datetime, tz, duration });
    }
    for (const { event_id, id, name } of teachers(JSON.stringify([...events.keys()]))) {
      events.get(event_id)?.facilitators.push({ id: wireId.facilitator(id), type: 'facilitator', name });
    }
    return [...events.values()];
  }

  return {
    /** Events with their dates that start in a span, both ends included (ms since 1970). */
    between: (from: number, until: number): StudioEvent[] => toEvents(between(from, until)),
    /** An event with all its dates. */
    find: (id: string): StudioEvent | undefined => toEvents(one(keyOf(id)))[0],
  };
}

function toEvent(row: EventRow): StudioEvent {
  return {
    id: wireId.event(row.id),
    type: 'event',
    name: row.name,
    format: row.format,
    booking_configuration: {
      max_attendees: row.max_attendees,
      waiting_list_enabled: row.waiting_list_enabled === 1,
      booking_types: Words.parse(JSON.parse(row.booking_types)),
      payment_methods: Words.parse(JSON.parse(row.payment_methods)),
    },
    dates: [],
    facilitators: [],
  };
}
