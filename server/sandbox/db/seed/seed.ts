import { emailKey } from '../customers.ts';
import type { Database } from '../open.ts';
import { prepareInsert, selectOne } from '../query.ts';
import { type Persona, personas } from '../personas.ts';
import { seedCast } from './cast.ts';
import { seedCatalogue } from './catalogue.ts';
import { seedCrowd, type SeedProgress } from './crowd.ts';
import { createPurchases } from './purchases.ts';
import { seedPassCatalogue } from './pass-catalogue.ts';
import { createPeople } from './people.ts';
import { jane, john } from './printed.ts';
import { createRecords } from './records.ts';
import { seedTimetable } from './timetable.ts';
import { seedWaitingLists } from './waiting.ts';
import { createWalletWriter } from './wallet.ts';

export interface SeedOptions {
  /** In all, the printed customers and the personas included, which are always there. */
  customers: number;
  /** About how many; 15 for each customer when left out. */
  bookings?: number;
  /** Milliseconds since 1970: history reaches two years back from here, and the timetable three months ahead. */
  now: number;
  onProgress?: SeedProgress;
}

const BOOKINGS_PER_CUSTOMER = 15;

/** Whether a seeding has been carried through; one that was interrupted leaves nothing behind. */
export function isSeeded(database: Database): boolean {
  return selectOne(database, "SELECT value FROM meta WHERE key = 'seeded_at'")() !== undefined;
}

/** Fills an empty database. The same options give the same studio, to the last field. */
export function seed(database: Database, options: SeedOptions): void {
  // Enough for the indexes that are filled out of order: a smaller cache writes each of their pages many times over.
  database.exec('PRAGMA cache_size = -64000; BEGIN');
  try {
    fill(database, options);
    prepareInsert(database, 'meta', ['key', 'value'])({ key: 'seeded_at', value: new Date(options.now).toISOString() });
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  } finally {
    database.exec('PRAGMA cache_size = -8000');
  }
}

function fill(database: Database, options: SeedOptions): void {
  const { now, customers } = options;
  const bookings = options.bookings ?? customers * BOOKINGS_PER_CUSTOMER;
  const timetable = seedTimetable(database, { bookings, now });
  seedPassCatalogue(database, now);
  seedCatalogue(database, now);
  const purchases = createPurchases(database);
  const context = {
    now,
    timetable,
    purchases,
    records: createRecords(database),
    wallets: createWalletWriter(database),
  };

  const cast = [
    jane,
    john,
    ...Object.values<Persona>(personas).map(({ key, ...persona }) => ({ id: key, ...persona })),
  ];
  const crowd = createPeople(Math.max(0, customers - cast.length), new Set(cast.map(({ email }) => emailKey(email))));
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
  for (const { id, firstname, lastname, email, mobile, archived } of [...cast, ...crowd]) {
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

  seedCast(context);
  seedCrowd(crowd, Math.max(0, bookings - purchases.bookings), context, options.onProgress);
  seedWaitingLists(crowd, context);
}
