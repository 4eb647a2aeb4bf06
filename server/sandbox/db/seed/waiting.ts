import type { SeedContext } from './crowd.ts';
import type { Person } from './people.ts';
import { createRandom } from '#kit/random.ts';

/** Puts one to four people on the waiting list of classes to come that are nearly full. */
export function seedWaitingLists(people: readonly Person[], { timetable, records, now }: SeedContext): void {
  const random = createRandom('waiting');
  const waiters = people.filter((person) => person.appetite > 0 && !person.archived);
  if (waiters.length === 0) return;
  for (const date of timetable.venues.flat().flatMap((event) => event.dates)) {
    if (date.startsAt < now || date.free > 1) continue;
    const chosen = new Set(Array.from({ length: random.int(1, 4) }, () => random.pick(waiters).id));
    records.wait(date, [...chosen]);
  }
}
