import { addDays, DAY } from './calendar.ts';
import { seedMembership } from './membership.ts';
import { passes, plans } from './pass-catalogue.ts';
import { payWithPass } from './activity.ts';
import { seedAppointments, seedNotes, seedVideos } from './extras.ts';
import { toLocalDate } from '#kit/zoned-time.ts';
import { STUDIO_ZONE } from '../studio-time.ts';
import { buyEach, datesAfter, datesBefore, lineOf, purchaseTime, type Scene, type Stage } from './stage.ts';
import type { PlannedDate } from './timetable.ts';
import { fillIn } from './words.ts';

/** Two years of one or more classes a day, on a membership; some bought in pairs. */
export function tellManyBookings(stage: Stage, count: number): void {
  const { now, wallet, records, purchases } = stage;
  const membership = { plan: plans.unlimited, state: 'ACTIVE', terms: 24, days: 12 } as const;
  seedMembership(stage.id, membership, wallet, records, now);
  const dates = spread(stage, count);
  for (let index = 0; index < dates.length;) {
    const size = index % 7 === 0 ? 2 : 1;
    const group = dates.slice(index, index + size);
    const [first] = group;
    index += size;
    if (first)
      purchases.buy(
        stage.id,
        purchaseTime(stage, first, 1),
        group.map((date) => lineOf(stage, date, onPass(date))),
      );
  }

  function onPass(date: PlannedDate): Scene {
    const state = { isCancelled: date.id % 17 === 0, isRefunded: date.id % 34 === 0 };
    const { credits } = date.event;
    const owned = credits > 0 ? wallet.usable(date.startsAt - 3 * DAY, date.startsAt, credits) : undefined;
    return owned ? { ...state, payment: payWithPass(owned, credits, state.isRefunded) } : state;
  }
}

export function tellManyPurchases(stage: Stage, count: number): void {
  buyEach(stage, spread(stage, count), 2);
}

/** Dates evenly over the whole timetable, no two at the same time, each with places left. */
function spread(stage: Stage, count: number): PlannedDate[] {
  const byStart = new Map<number, PlannedDate>();
  for (const event of stage.timetable.venues[0] ?? []) {
    for (const date of event.dates) if (date.free > 1) byStart.set(date.startsAt, date);
  }
  const dates = [...byStart.values()].toSorted((a, b) => a.startsAt - b.startsAt);
  const step = dates.length / count;
  return Array.from({ length: count }, (_, index) => dates[Math.floor(index * step)]).filter(
    (date) => date !== undefined,
  );
}

export function tellAppointments({ id, now, records }: Stage): void {
  const today = toLocalDate(now, STUDIO_ZONE);
  const massage = { service: 5, facilitator: 23, status: 'CONFIRMED' };
  records.appointment(id, {
    ...massage,
    notes: 'Training for the Brighton half marathon.',
    createdAt: now - 40 * DAY,
    datetime: `${addDays(today, -33)}T11:00:00`,
    payment: { method: 'CARD', price: 6000, status: 'FAILED' },
  });
  records.appointment(id, {
    ...massage,
    notes: null,
    createdAt: now - 4 * DAY,
    datetime: `${addDays(today, 6)}T15:30:00`,
    payment: { method: 'CARD', price: 6000, status: 'PENDING' },
  });
}

export function tellEverything(stage: Stage): void {
  const { id, now, wallet, records, random } = stage;
  const who = { id, joinedAt: now - 500 * DAY };
  seedMembership(id, { plan: plans.eight, state: 'ACTIVE', terms: 9, days: 5 }, wallet, records, now);
  wallet.add(passes.gift, now - 200 * DAY);
  const pottery = wallet.add(passes.pottery, now - 30 * DAY);
  const [session] = stage.timetable.venues[0]?.filter((event) => event.credits === 2) ?? [];
  const sessions = session ? datesBefore(stage, session, 1, 2) : [];
  buyEach(stage, sessions, 3, () => ({ payment: payWithPass(pottery, 2, false) }));
  buyEach(stage, datesAfter(stage, stage.timetable.mondayYoga, 1, 2), 4);
  seedNotes(who, 35, records, random, now);
  seedVideos(who, 4, records, random, now);
  seedAppointments(who, 6, wallet, records, random, now);
  for (const [index, kind] of (['health', 'pottery', 'pregnancy'] as const).entries()) {
    const { questionnaire, answers } = fillIn(kind, random);
    records.answer(id, questionnaire, who.joinedAt + index * 90 * DAY, answers);
  }
}
