import { toInstant } from '#kit/zoned-time.ts';
import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { STUDIO_ZONE } from '../studio-time.ts';
import { addDays, mondayOf, WEEKS_AHEAD, WEEKS_BACK } from './calendar.ts';
import { type ClassTemplate, mondayYoga, retreat, venues, weeklyClasses } from './timetable-data.ts';

export interface PlannedEvent {
  id: number;
  name: string;
  currency: string;
  /** Base 100. */
  price: number;
  credits: number;
  courseLength: number;
  capacity: number;
  pricingOption: string;
  /** By start. */
  dates: PlannedDate[];
}

export interface PlannedDate {
  id: number;
  event: PlannedEvent;
  /** Milliseconds since 1970. */
  startsAt: number;
  /** Places not booked yet. */
  free: number;
}

export interface Timetable {
  /** One list for each branch. */
  venues: PlannedEvent[][];
  mondayYoga: PlannedEvent;
  retreat: PlannedEvent;
}

const PRINTED_EVENT = 42;
export const PRINTED_DATE = 501;
const FIRST_DATE = 1000;
/** One branch takes this many bookings over the whole span, which fills about half of its places. */
const BOOKINGS_PER_VENUE = 40_000;

/** Writes the events and their dates, from two years back to three months ahead of `now`. */
export function seedTimetable(database: Database, options: { bookings: number; now: number }): Timetable {
  const writeEvent = prepareInsert(database, 'event', [
    'id',
    'name',
    'format',
    'max_attendees',
    'waiting_list_enabled',
    'booking_types',
    'payment_methods',
  ]);
  const writeDate = prepareInsert(database, 'event_date', [
    'id',
    'event_id',
    'datetime',
    'tz',
    'duration',
    'starts_at',
  ]);
  const writeTeacher = prepareInsert(database, 'facilitator', ['id', 'name']);
  const writeTeaching = prepareInsert(database, 'event_facilitator', ['event_id', 'facilitator_id']);
  const monday = mondayOf(options.now);
  const teachers = new Map<string, number>();
  let nextDate = FIRST_DATE;

  function addEvent(id: number, name: string, template: ClassTemplate, pricingOption: string): PlannedEvent {
    const { price, credits, capacity, courseLength = 1 } = template;
    const currency = template.tz === retreat.tz ? 'EUR' : 'GBP';
    writeEvent({
      id,
      name,
      format: template.virtual ? 'VIRTUAL' : 'PHYSICAL',
      max_attendees: template.virtual ? null : capacity,
      waiting_list_enabled: Number(!template.virtual),
      booking_types: JSON.stringify([courseLength > 1 ? 'COURSE' : 'SINGLE']),
      payment_methods: JSON.stringify(credits > 0 ? ['CARD', 'PASS'] : ['CARD']),
    });
    const teacher = teachers.get(template.teacher) ?? teachers.size + 1;
    if (!teachers.has(template.teacher)) writeTeacher({ id: teacher, name: template.teacher });
    teachers.set(template.teacher, teacher);
    writeTeaching({ event_id: id, facilitator_id: teacher });
    return { id, name, currency, price, credits, capacity, courseLength, pricingOption, dates: [] };
  }

  function addDate(event: PlannedEvent, id: number, datetime: string, template: ClassTemplate): void {
    const { tz = STUDIO_ZONE, duration, capacity } = template;
    const startsAt = toInstant(datetime, tz);
    writeDate({ id, event_id: event.id, datetime, tz, duration, starts_at: startsAt });
    event.dates.push({ id, event, startsAt, free: capacity });
  }

  function addWeekly(id: number, name: string, template: ClassTemplate, pricingOption: string): PlannedEvent {
    const event = addEvent(id, name, template, pricingOption);
    for (let week = -WEEKS_BACK; week <= WEEKS_AHEAD; week += 1) {
      const date = addDays(monday, week * 7 + template.weekday - 1);
      addDate(event, nextDate++, `${date}T${template.time}:00`, template);
    }
    return event;
  }

  const printed = addWeekly(PRINTED_EVENT, mondayYoga.name, mondayYoga, 'abc123');
  addDate(printed, PRINTED_DATE, '2026-03-03T09:00:00', mondayYoga);
  printed.dates.sort((a, b) => a.startsAt - b.startsAt);

  const branches = Math.min(venues.length, Math.max(1, Math.ceil(options.bookings / BOOKINGS_PER_VENUE)));
  const planned = venues.slice(0, branches).map((venue, branch) =>
    weeklyClasses.map((template, index) => {
      const id = branch * 1000 + 100 + index;
      return addWeekly(id, venue ? `${template.name} (${venue})` : template.name, template, `std${id}`);
    }),
  );
  planned[0]?.push(printed);

  const away: ClassTemplate = { ...retreat, weekday: 4, credits: 0 };
  const abroad = addEvent(77, retreat.name, away, 'retreat');
  for (const week of retreat.weeks) {
    addDate(abroad, nextDate++, `${addDays(monday, week * 7 + 3)}T${retreat.time}:00`, away);
  }
  return { venues: planned, mondayYoga: printed, retreat: abroad };
}
