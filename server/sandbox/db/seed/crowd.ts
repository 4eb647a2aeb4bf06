import { attend } from './activity.ts';
import { WEEK, WEEKS_BACK } from './calendar.ts';
import { seedExtras } from './extras.ts';
import type { Ledger } from './ledger.ts';
import { type MandateState, seedMembership } from './membership.ts';
import { type Plan, plans, TERM_DAYS } from './pass-catalogue.ts';
import type { Person } from './people.ts';
import { createRandom, type Random } from './random.ts';
import type { Records } from './records.ts';
import type { Timetable } from './timetable.ts';
import type { Wallet, WalletWriter } from './wallet.ts';

/** What a seeding writes into. */
export interface Books {
  /** Milliseconds since 1970. */
  now: number;
  timetable: Timetable;
  ledger: Ledger;
  records: Records;
  wallets: WalletWriter;
}

/** `done` of `total` customers are written. */
export type SeedProgress = (done: number, total: number) => void;

const PROGRESS_STEP = 500;
const everydayPlans: readonly Plan[] = [
  plans.unlimited,
  plans.unlimited,
  plans.eight,
  plans.eight,
  plans.student,
  plans.founders,
];

/** Gives everybody their classes, `bookings` in all, and whatever else they have. One person at a time is in memory. */
export function seedCrowd(people: readonly Person[], bookings: number, books: Books, onProgress?: SeedProgress): void {
  const appetite = people.reduce((sum, person) => sum + person.appetite, 0) || 1;
  const before = books.ledger.bookings;
  let eaten = 0;
  for (const [index, person] of people.entries()) {
    eaten += person.appetite;
    // What one person could not book, because classes were full, the next one makes up for.
    const due = Math.round((bookings * eaten) / appetite) - (books.ledger.bookings - before);
    seedPerson(person, person.appetite > 0 ? Math.max(0, due) : 0, books);
    if (index % PROGRESS_STEP === 0) onProgress?.(index, people.length);
  }
  onProgress?.(people.length, people.length);
}

function seedPerson({ id, guests }: Person, visits: number, books: Books): void {
  const { now, timetable, ledger, records, wallets } = books;
  const random = createRandom(`person ${id}`);
  const events = timetable.venues[id % timetable.venues.length] ?? [];
  const span = WEEKS_BACK * WEEK;
  const age = random.chance(0.03) ? random.next() * WEEK : span - random.next() ** 1.5 * (span - WEEK);
  const joinedAt = now - Math.floor(age);
  const isMember = visits > 8 && random.chance(0.25);
  const habit = isMember ? 'member' : random.chance(0.55) ? 'pass' : 'card';
  wallets.keep(id, (wallet) => {
    if (isMember) joinUp(id, age, wallet, records, random, now);
    attend({ id, guests, habit, visits, joinedAt, events }, wallet, ledger, random, now);
    if (visits > 0 || random.chance(0.2)) seedExtras({ id, joinedAt }, wallet, records, random, now);
  });
}

/** Becomes a member about when they joined: most still are, some payments failed, some take a break. */
function joinUp(id: number, age: number, wallet: Wallet, records: Records, random: Random, now: number): void {
  const fate = random.next();
  const state: MandateState = fate < 0.84 ? 'ACTIVE' : fate < 0.92 ? 'SUSPENDED' : 'PAUSED';
  const terms = Math.max(1, Math.floor(age / (TERM_DAYS * 86_400_000)));
  const days = random.int(1, state === 'ACTIVE' ? TERM_DAYS - 1 : 6);
  seedMembership(id, { plan: random.pick(everydayPlans), state, terms, days }, wallet, records, now);
}
