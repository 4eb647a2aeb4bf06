import { attend, payByCard } from './activity.ts';
import { DAY, WEEK, WEEKS_BACK } from './calendar.ts';
import { seedExtras } from './extras.ts';
import type { Purchases } from './purchases.ts';
import { type MandateState, seedMembership } from './membership.ts';
import { passes, type Plan, plans, TERM_DAYS } from './pass-catalogue.ts';
import type { Person } from './people.ts';
import { createRandom, type Random } from '#kit/random.ts';
import type { Records } from './records.ts';
import type { Timetable } from './timetable.ts';
import type { Wallet, WalletWriter } from './wallet.ts';

/** What a seeding writes into. */
export interface SeedContext {
  /** Milliseconds since 1970. */
  now: number;
  timetable: Timetable;
  purchases: Purchases;
  records: Records;
  wallets: WalletWriter;
}

/** `done` of `total` customers are written. */
export type SeedProgress = (done: number, total: number) => void;

const PROGRESS_STEP = 500;
/** How long archived customers have stayed away, at least. */
const AWAY = 90 * DAY;
const everydayPlans: readonly Plan[] = [
  plans.unlimited,
  plans.unlimited,
  plans.eight,
  plans.eight,
  plans.student,
  plans.founders,
];

/** Gives every customer their classes, `bookings` in all, and whatever else they have. One person at a time is in memory. */
export function seedCrowd(
  people: readonly Person[],
  bookings: number,
  context: SeedContext,
  onProgress?: SeedProgress,
): void {
  const appetite = people.reduce((sum, person) => sum + person.appetite, 0) || 1;
  const before = context.purchases.bookings;
  let eaten = 0;
  for (const [index, person] of people.entries()) {
    eaten += person.appetite;
    // What one person could not book, because classes were full, the next one makes up for.
    const due = Math.round((bookings * eaten) / appetite) - (context.purchases.bookings - before);
    seedPerson(person, person.appetite > 0 ? Math.max(0, due) : 0, context);
    if (index % PROGRESS_STEP === 0) onProgress?.(index, people.length);
  }
  onProgress?.(people.length, people.length);
}

function seedPerson(person: Person, due: number, context: SeedContext): void {
  const { now, timetable, purchases, records, wallets } = context;
  const { id, guests, archived } = person;
  const random = createRandom(`person ${id}`);
  const events = timetable.venues[id % timetable.venues.length] ?? [];
  const age = ageOf(person, random);
  const joinedAt = now - Math.floor(age);
  const isMember = due > 8 && !archived && random.chance(0.25);
  const habit = isMember ? 'member' : random.chance(0.55) ? 'pass' : 'card';
  const regular = { id, guests, habit, joinedAt, events, ...(archived && { until: now - AWAY }) } as const;
  wallets.keep(id, (wallet) => {
    if (isMember) joinUp(id, age, wallet, records, random, now);
    if (habit === 'pass' && random.chance(0.03)) wallet.add(passes.five, joinedAt).isCancelled = true;
    const away = due > 2 && !archived && random.chance(0.02) ? goOnRetreat(id, context, random) : 0;
    attend({ ...regular, visits: due - away }, wallet, purchases, random, now);
    if (due > 0 || random.chance(0.2)) seedExtras({ id, joinedAt }, wallet, records, random, now);
  });
}

/** How long ago a customer joined, in milliseconds: a third from the start, a few in this last week. */
function ageOf({ archived }: Person, random: Random): number {
  const span = WEEKS_BACK * WEEK;
  if (archived || random.chance(0.35)) return span;
  return random.chance(0.03) ? random.next() * WEEK : span - random.next() * (span - WEEK);
}

/** Answers how many bookings that made. */
function goOnRetreat(id: number, { timetable, purchases, now }: SeedContext, random: Random): number {
  const date = random.pick(timetable.retreat.dates);
  if (date.free < 3) return 0;
  const at = Math.min(now - random.int(1, 20) * DAY, date.startsAt - random.int(30, 120) * DAY);
  const isOver = date.startsAt < now;
  purchases.buy(id, at, [
    {
      date,
      spaces: 1,
      isCancelled: false,
      isRefunded: false,
      attended: isOver ? true : null,
      payment: payByCard(date.event, 1),
    },
  ]);
  return 1;
}

/** Becomes a member about when they joined: most still are, some payments failed, some take a break. */
function joinUp(id: number, age: number, wallet: Wallet, records: Records, random: Random, now: number): void {
  const fate = random.next();
  const state: MandateState = fate < 0.84 ? 'ACTIVE' : fate < 0.92 ? 'SUSPENDED' : 'PAUSED';
  const terms = Math.max(1, Math.floor(age / (TERM_DAYS * DAY)));
  const days = random.int(1, state === 'ACTIVE' ? TERM_DAYS - 1 : 6);
  seedMembership(id, { plan: random.pick(everydayPlans), state, terms, days }, wallet, records, now);
}
