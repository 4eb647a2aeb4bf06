import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { EventDate } from './booking.ts';
import { CustomerId, EventDateId, EventId } from './id.ts';

/** One date of a class, as staff choose it. */
export const StudioClass = z.object({
  eventId: EventId,
  name: z.string(),
  date: EventDate,
  /** Such as `CARD` and `PASS`. */
  paymentMethods: z.array(z.string()),
  teachers: z.array(z.string()),
});
export type StudioClass = z.infer<typeof StudioClass>;

/** How full a class is, and where one customer stands in it. No other customer is named. */
export const ClassPlaces = z.object({
  /** `null`: no limit. */
  capacity: z.nullable(z.int()),
  /** Spaces, which one booking may hold several of. */
  taken: z.number(),
  waiting: z.int(),
  hasWaitingList: z.boolean(),
  customer: z.enum(['none', 'booked', 'waiting', 'cancelled']),
});
export type ClassPlaces = z.infer<typeof ClassPlaces>;

/** The studio’s timetable, for the question why a customer cannot book. */
export const classes = {
  listClasses: endpoint({
    method: 'GET',
    path: '/api/classes',
    access: 'viewer',
    summary: 'List the classes of the next two weeks, from one answer of Reservie that all staff share.',
    /** `unreadable`: how many events Reservie described in a way that does not fit the contract. */
    answer: z.object({ data: z.array(StudioClass), unreadable: z.int() }),
  }),
  getClassPlaces: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/classes/{eventId}/{dateId}',
    access: 'viewer',
    summary: 'Say how full a class is and whether this customer is booked on it or waits for it.',
    params: z.object({ customerId: CustomerId, eventId: EventId, dateId: EventDateId }),
    answer: ClassPlaces,
  }),
};
