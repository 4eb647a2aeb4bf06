import { emailKey } from '../customers.ts';
import type { Database } from '../open.ts';
import { prepareInsert, selectOne } from '../query.ts';
import { attend, everydayPlans, giveMemberPasses, type Habit } from './activity.ts';
import { WEEK, WEEKS_BACK } from './calendar.ts';
import { createLedger } from './ledger.ts';
import { seedPassCatalogue } from './pass-catalogue.ts';
import { createPeople, type Person } from './people.ts';
import { jane, JANES_TRANSACTIONS, john, seedPrintedTransaction } from './printed.ts';
import { createRandom } from './random.ts';
import { seedTimetable } from './timetable.ts';
import { createWalletWriter } from './wallet.ts';

/** `done` of `total` customers are written. */
export type SeedProgress = (done: number, total: number) => void;

export interface SeedOptions {
  /** In all, the printed customers and the personas included. */
  customers: number;
  /** About how many; 15 for each customer when left out. */
  bookings?: number;
  /** Milliseconds since 1970: history reaches two years back from here, and the timetable three months ahead. */
  now: number;
  onProgress?: SeedProgress;
}

const BOOKINGS_PER_CUSTOMER = 15;
const PROGRESS_STEP = 500;

/** Whether a seeding has been carried through; one that was interrupted leaves nothing behind. */
export function isSeeded(database: Database): boolean {
  return selectOne(database, "SELECT value FROM meta WHERE key = 'seeded_at'")() !== undefined;
}

/** Fills an empty database. The same options give the same studio, to the last field. */
export function seed(database: Database, options: SeedOptions): void {
  database.exec('BEGIN');
  try {
    fill(database, options);
    prepareInsert(database, 'meta', ['key', 'value'])({ key: 'seeded_at', value: new Date(options.now).toISOString() });
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function fill(database: Database, options: SeedOptions): void {
  const { now, customers } = options;
  const bookings = options.bookings ?? customers * BOOKINGS_PER_CUSTOMER;
  const timetable = seedTimetable(database, { bookings, now });
  seedPassCatalogue(database, now);
  const ledger = createLedger(database);
  const wallets = createWalletWriter(database);
  const writeCustomer = customerWriter(database);

  const fixed = [jane, john];
  const people = createPeople(
    Math.max(0, customers - fixed.length),
    new Set(fixed.map((person) => emailKey(person.email))),
  );
  for (const person of [...fixed, ...people]) writeCustomer(person);

  seedPrintedTransaction(ledger, timetable, now);
  const janesRandom = createRandom('jane');
  const home = timetable.venues[0] ?? [];
  const oldest = now - WEEKS_BACK * WEEK;
  wallets.keep(jane.id, (wallet) => {
    for (let bought = 1; bought < JANES_TRANSACTIONS; bought += 1) {
      const regular = { ...jane, habit: 'pass' as const, visits: 1, joinedAt: oldest, events: home, guests: [] };
      attend(regular, wallet, ledger, janesRandom, now);
    }
  });

  const wanted = Math.max(0, bookings - ledger.bookings);
  const appetite = people.reduce((sum, person) => sum + person.appetite, 0) || 1;
  let eaten = 0;
  let planned = 0;
  for (const [index, person] of people.entries()) {
    eaten += person.appetite;
    const visits = Math.round((wanted * eaten) / appetite) - planned;
    planned += visits;
    seedPerson(person, visits);
    if (index % PROGRESS_STEP === 0) options.onProgress?.(index + fixed.length, customers);
  }
  options.onProgress?.(customers, customers);

  function seedPerson(person: Person, visits: number): void {
    const random = createRandom(`person ${person.id}`);
    const events = timetable.venues[person.id % timetable.venues.length] ?? home;
    const joinedAt = oldest + Math.floor(random.next() ** 1.5 * (now - oldest - WEEK));
    const habit = habitOf(random.next(), visits);
    wallets.keep(person.id, (wallet) => {
      if (habit === 'member') giveMemberPasses(wallet, random.pick(everydayPlans), joinedAt, now);
      attend({ id: person.id, guests: person.guests, habit, visits, joinedAt, events }, wallet, ledger, random, now);
    });
  }
}

function habitOf(chance: number, visits: number): Habit {
  if (visits > 8 && chance < 0.25) return 'member';
  return chance < 0.65 ? 'pass' : 'card';
}

function customerWriter(database: Database): (person: Person) => void {
  const write = prepareInsert(database, 'customer', [
    'id',
    'firstname',
    'lastname',
    'email',
    'email_key',
    'mobile',
    'archived',
    'deleted',
  ]);
  return ({ id, firstname, lastname, email, mobile, archived }) =>
    write({
      id,
      firstname,
      lastname,
      email,
      email_key: emailKey(email),
      mobile,
      archived: Number(archived),
      deleted: 0,
    });
}
