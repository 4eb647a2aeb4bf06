import * as z from 'zod/mini';
import type { classes } from '#contract/classes.ts';
import { Register, StudioEvent } from '#contract/event.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeHandlers } from '#kit/serve.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne } from '../reservie/read.ts';
import { answerRead } from './answer-read.ts';

const HOUR_MS = 3_600_000;
const AHEAD_MS = 14 * 24 * HOUR_MS;

/** The timetable, and how full a class is: both cached once for all staff. */
export function classRoutes(reads: CachedReads, clock: Clock): ServeHandlers<typeof classes> {
  function readEvents() {
    // Whole hours, so that all requests ask for the same span and shares the answer.
    const from = Math.floor(clock() / HOUR_MS) * HOUR_MS;
    const query = {
      timeFilter: 'future' as const,
      startDate: new Date(from).toISOString(),
      endDate: new Date(from + AHEAD_MS).toISOString(),
    };
    return { name: 'listEvents' as const, call: { query }, parse: parseEvents };
  }

  return {
    listClasses: async (_, context) => {
      const { events, unreadable } = await answerRead(reads, readEvents(), context);
      const data = events.flatMap(({ id, name, dates, facilitators, booking_configuration }) =>
        dates.map((date) => ({
          eventId: id,
          name,
          date,
          paymentMethods: booking_configuration.payment_methods,
          teachers: facilitators.map((facilitator) => facilitator.name),
        })),
      );
      return { data, unreadable };
    },
    getClassPlaces: async ({ params: { customerId, eventId, dateId } }, context) => {
      function parse(json: unknown) {
        const data = readOne(Register, json);
        // Who comes to one class must never stand under another.
        if (data.event.id !== eventId || data.date.id !== dateId) throw malformed(['id']);
        return data;
      }
      const read = { name: 'getRegister' as const, call: { params: { eventId, dateId } }, parse };
      const register = await answerRead(reads, read, context);
      const { events } = await answerRead(reads, readEvents(), context);
      const event = events.find(({ id }) => id === eventId);
      const isOn = (people: readonly { customer: { id: string } }[]) =>
        people.some(({ customer }) => customer.id === customerId);
      return {
        capacity: register.capacity,
        taken: register.attendees.reduce((sum, { spaces }) => sum + spaces, 0),
        waiting: register.waiting_list.length,
        hasWaitingList: event?.booking_configuration.waiting_list_enabled ?? register.waiting_list.length > 0,
        customer: isOn(register.attendees)
          ? ('booked' as const)
          : isOn(register.waiting_list)
            ? ('waiting' as const)
            : isOn(register.cancelled)
              ? ('cancelled' as const)
              : ('none' as const),
      };
    },
  };
}

/** One event that does not fit never loses the timetable. */
function parseEvents(json: unknown): { events: StudioEvent[]; unreadable: number } {
  const rows = readOne(z.array(z.unknown()), json);
  const events = rows.flatMap((row) => {
    const parsed = StudioEvent.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return { events, unreadable: rows.length - events.length };
}
