import type { Person } from './people.ts';
import type { Purchases } from './purchases.ts';
import { studioInstant } from './calendar.ts';
import { payByCard } from './activity.ts';
import { PRINTED_DATE, type Timetable } from './timetable.ts';

/** The two customers that Reservie's reference pages print (docs/reservie-api.md). */
export const jane: Person = {
  id: 123,
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
  archived: false,
  appetite: 0,
  guests: [456],
};
export const john: Person = {
  id: 456,
  firstname: 'John',
  lastname: 'Smith',
  email: 'john@example.com',
  mobile: '07700900456',
  archived: false,
  appetite: 0,
  guests: [],
};

/** The printed `total`. */
export const JANES_TRANSACTIONS = 42;

/** Writes `txn_456` with `booking_789`, exactly as printed (docs/reservie-api.md, "Bookings"), on its own dates. */
export function seedPrintedTransaction(purchases: Purchases, timetable: Timetable, now: number): void {
  const date = timetable.mondayYoga.dates.find((each) => each.id === PRINTED_DATE);
  if (!date) throw new Error('The printed date is missing from the timetable');
  const line = {
    date,
    guest: john.id,
    spaces: 1,
    isCancelled: false,
    isRefunded: false,
    attended: date.startsAt < now ? true : null,
    payment: payByCard(date.event, 1),
  };
  purchases.buy(jane.id, studioInstant('2026-01-15T10:30:00'), [line], { purchase: 456, bookings: [789] });
}
