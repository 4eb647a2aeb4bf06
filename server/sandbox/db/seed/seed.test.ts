import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { openResources, type ResourcesUnderTest } from '../../resources/resources-under-test.ts';
import { type Database, openDatabase } from '../open.ts';
import { type Persona, type PersonaName, personas } from '../personas.ts';
import { selectAll } from '../query.ts';
import { isSeeded, seed } from './seed.ts';

const NOW = '2026-06-15T12:00:00Z';
const TODAY = '2026-06-15';
const TABLES = [
  'customer',
  'event_date',
  'purchase',
  'booking',
  'package',
  'mandate',
  'appointment',
  'note',
  'waiting',
];

function everything(database: Database): string[] {
  return TABLES.map((table) => JSON.stringify(selectAll(database, `SELECT * FROM ${table}`)()));
}

function seeded(now: string): Database {
  const database = openDatabase(':memory:');
  seed(database, { customers: 60, now: Date.parse(now) });
  return database;
}

function idOf(name: PersonaName) {
  return { params: { customerId: CustomerId.parse(`cust_${personas[name].key}`) } };
}

function stop(): never {
  throw new Error('Stopped half way');
}

test('the same options give the same studio, to the last field', () => {
  expect(everything(seeded(NOW))).toEqual(everything(seeded(NOW)));
});

test('it moves with the clock: today’s classes are there whenever it starts', () => {
  const later = seeded('2027-01-10T09:00:00Z');
  expect(selectAll(later, "SELECT id FROM event_date WHERE datetime LIKE '2027-01-10%'")()).not.toEqual([]);
});

test('a seeded database says so, and one whose seeding failed is left empty', () => {
  const database = openDatabase(':memory:');
  expect(() => seed(database, { customers: 120, now: Date.parse(NOW), onProgress: stop })).toThrow('Stopped half way');
  expect(isSeeded(database)).toBe(false);
  expect(everything(database)).toEqual(TABLES.map(() => '[]'));
  seed(database, { customers: 40, bookings: 0, now: Date.parse(NOW) });
  expect(isSeeded(database)).toBe(true);
});

test('as many customers and bookings as asked for, with progress to the end', () => {
  const database = openDatabase(':memory:');
  const progress: number[] = [];
  seed(database, { customers: 500, now: Date.parse(NOW), onProgress: (done, total) => progress.push(done / total) });
  const [row] = selectAll<{ customers: number; bookings: number }>(
    database,
    'SELECT (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM booking) AS bookings',
  )();
  expect(row).toEqual({ customers: 500, bookings: 7500 });
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
});

describe('people', () => {
  let people: { email: string; mobile: string; archived: number; lastname: string }[];

  beforeAll(() => {
    const database = openDatabase(':memory:');
    seed(database, { customers: 2000, bookings: 0, now: Date.parse(NOW) });
    people = selectAll<(typeof people)[number]>(database, 'SELECT email, mobile, archived, lastname FROM customer')();
  });

  test('some are archived, some have no mobile, and numbers are written in many ways', () => {
    const share = (count: number): number => count / people.length;
    expect(share(people.filter((each) => each.archived === 1).length)).toBeCloseTo(0.08, 1);
    expect(share(people.filter((each) => each.mobile === '').length)).toBeGreaterThan(0.05);
    for (const style of [/^07700\d{6}$/, /^\+447700/, /^\+44 7700 /, /^\(07700\)/, /^07700 \d{6}$/, /-/, /^0044/]) {
      expect(people.some((each) => style.test(each.mobile))).toBe(true);
    }
  });

  test('no two share an address, though families’ look alike and a few are none at all', () => {
    expect(new Set(people.map((each) => each.email.toLowerCase())).size).toBe(people.length);
    expect(people.filter((each) => each.email.includes('+')).length).toBeGreaterThan(20);
    expect(people.some((each) => each.email.includes('@@'))).toBe(true);
  });

  test('addresses have no owner', () => {
    for (const { email } of people.filter((each) => /@[^@]+\.[^@]+$/.test(each.email))) {
      expect(email).toMatch(/[.@]example(\.com|\.org|\.net)?$/);
    }
  });

  test('names have accents, apostrophes and double barrels', () => {
    for (const kind of [/[äöüéèçñłøÓ]/, /['’]/, /-/, /[א-ת]|[ء-ي]/]) {
      expect(people.some((each) => kind.test(each.lastname))).toBe(true);
    }
  });
});

describe('personas', () => {
  let studio: ResourcesUnderTest;

  beforeAll(() => {
    studio = openResources({ customers: 40, bookings: 1500, now: NOW });
  });

  async function bookingsOf(name: PersonaName, future_only = false) {
    const query = { startDate: '2000-01-01', pageSize: 100, future_only };
    const first = await studio.ask(reservie.listBookings, { ...idOf(name), query });
    const data = [...first.data];
    while (data.length < first.total) {
      const page = data.length / 100;
      data.push(...(await studio.ask(reservie.listBookings, { ...idOf(name), query: { ...query, page } })).data);
    }
    return { total: first.total, transactions: data, bookings: data.flatMap((each) => each.bookings) };
  }

  async function passesOf(name: PersonaName) {
    return (await studio.ask(reservie.listPassPurchases, { ...idOf(name), query: {} })).data;
  }

  test('every customer is in the list, as the table says', async () => {
    const { data } = await studio.ask(reservie.listCustomers, {});
    for (const { key, special: _, ...fields } of Object.values<Persona>(personas)) {
      expect(data).toContainEqual({ id: `cust_${key}`, type: 'customer', ...fields });
    }
  });

  test('docs/personas.md tells of each of them', () => {
    const page = readFileSync(new URL('../../../../docs/personas.md', import.meta.url), 'utf8');
    for (const [name, { key, firstname, lastname, special }] of Object.entries<Persona>(personas)) {
      expect(page).toContain(`| \`${name}\` | \`cust_${key}\` | ${firstname} ${lastname} | ${special} |`);
    }
  });

  test('one credit left', async () => {
    expect(await passesOf('oneCreditLeft')).toMatchObject([{ credits_total: 10, credits_remaining: 1 }]);
  });

  test('a pass that expires in three days', async () => {
    expect(await passesOf('passExpiresInThreeDays')).toMatchObject([
      { credits_remaining: 4, expires_at: '2026-06-18T23:59:59' },
    ]);
  });

  test('an unlimited pass', async () => {
    expect(await passesOf('unlimitedPass')).toMatchObject([{ credits_total: 999 }]);
  });

  test.each([
    ['subscriptionPaymentFailed', 'SUSPENDED'],
    ['pausedSubscription', 'PAUSED'],
    ['with900Bookings', 'ACTIVE'],
  ] as const)('%s: %s', async (name, state) => {
    const { data } = await studio.ask(reservie.listMandates, { ...idOf(name), query: {} });
    expect(data.map((each) => each.state)).toEqual([state]);
  });

  test('books for three children in one purchase, and each of them sees it', async () => {
    const { transactions } = await bookingsOf('booksForThreeChildren');
    const family = transactions.filter((each) => each.bookings.length === 3);
    expect(family.length).toBeGreaterThan(5);
    const guests = family[0]?.bookings.map((booking) => booking.bought_for?.firstname);
    expect(guests).toEqual(['Alfie', 'Maisie', 'Otis']);
    for (const child of ['alfie', 'maisie', 'otis'] as const)
      expect((await bookingsOf(child)).total).toBe(family.length);
  });

  test('900 bookings, and more than 100 purchases', async () => {
    expect((await bookingsOf('with900Bookings')).bookings).toHaveLength(900);
    expect((await bookingsOf('manyPurchases')).total).toBe(160);
  });

  test('bought five months ago, for a class in the next week or so', async () => {
    const { transactions, bookings } = await bookingsOf('boughtFiveMonthsAgoForNextWeek', true);
    expect(transactions[0]?.purchase_date.slice(0, 7)).toBe('2026-01');
    expect(bookings).toHaveLength(1);
    const day = bookings[0]?.event.date.datetime.slice(0, 10) ?? '';
    expect(day > TODAY && day < '2026-06-27').toBe(true);
    const unasked = await studio.ask(reservie.listBookings, { ...idOf('boughtFiveMonthsAgoForNextWeek'), query: {} });
    expect(unasked.total).toBe(0);
  });

  test('kept, cancelled, refunded and both', async () => {
    const { bookings } = await bookingsOf('cancelledAndRefunded');
    const states = bookings.map((each) => `${each.is_cancelled}/${each.is_refunded}`);
    expect(states.toSorted()).toEqual(['false/false', 'false/true', 'true/false', 'true/true']);
  });

  test('undocumented payment methods', async () => {
    const { bookings } = await bookingsOf('unknownPayment');
    expect(bookings.map((each) => each.payment.method).toSorted()).toEqual(['CASH', 'GIFT_VOUCHER', 'KLARNA_LATER']);
  });

  test('a retreat in Spain, to come, in euros', async () => {
    const { bookings } = await bookingsOf('spanishRetreat', true);
    expect(bookings).toMatchObject([{ event: { date: { tz: 'Europe/Madrid' } }, payment: { currency: 'EUR' } }]);
  });

  test('an unpaid appointment ahead, and a failed payment behind', async () => {
    const { data } = await studio.ask(reservie.listAppointments, { ...idOf('unpaidAppointment'), query: {} });
    expect(data).toMatchObject([{ payment: { status: 'PENDING' } }, { payment: { status: 'FAILED' } }]);
  });

  test('nothing at all', async () => {
    expect((await bookingsOf('noBookings')).total).toBe(0);
    expect(await passesOf('noBookings')).toEqual([]);
  });

  test('everything, and more notes than a page holds', async () => {
    const call = { ...idOf('hasEverything'), query: {} };
    expect((await studio.ask(reservie.listNotes, call)).total).toBe(35);
    const tabs = ['listPassPurchases', 'listVideoPurchases', 'listMandates', 'listAppointments'] as const;
    for (const tab of tabs) expect((await studio.ask(reservie[tab], call)).total).toBeGreaterThan(0);
    expect((await studio.ask(reservie.listQuestionnaireAnswers, call)).total).toBe(3);
  });
});
