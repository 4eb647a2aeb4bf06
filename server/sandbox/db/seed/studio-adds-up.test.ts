import { beforeAll, describe, expect, test } from 'vitest';
import type { Booking, Transaction } from '#contract/booking.ts';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { openResources, type ResourcesUnderTest } from '../../resources/resources-under-test.ts';
import { selectAll } from '../query.ts';
import { createRandom } from '#kit/random.ts';

/** Asked through the API alone, of customers drawn at random: do the numbers of one endpoint agree with another's? */
const SAMPLE = 40;

const EVERYTHING = '2000-01-01';

let studio: ResourcesUnderTest;
let sample: CustomerId[];

beforeAll(async () => {
  studio = openResources({ customers: 600, now: '2026-06-15T12:00:00Z' });
  const { data } = await studio.ask(reservie.listCustomers, {});
  const random = createRandom('sample');
  const drawn = Array.from({ length: SAMPLE }, () => random.pick(data).id);
  const personas = data.map((customer) => customer.id).filter((id) => /^cust_1\d\d$/.test(id));
  sample = [...new Set([...personas, ...drawn])];
});

async function everyPage(customerId: CustomerId, pageSize: number, more: { future_only?: boolean } = {}) {
  const pages: Transaction[][] = [];
  const totals = new Set<number>();
  for (let page = 0; ; page += 1) {
    const query = { startDate: EVERYTHING, page, pageSize, ...more };
    const { data, total } = await studio.ask(reservie.listBookings, { params: { customerId }, query });
    totals.add(total);
    if (data.length === 0) return { transactions: pages.flat(), totals: [...totals] };
    pages.push(data);
  }
}

test('pages have neither gaps nor doubles, and every page tells the same total', async () => {
  for (const customerId of sample) {
    const [small, large] = [await everyPage(customerId, 7), await everyPage(customerId, 100)];
    expect(small.transactions).toEqual(large.transactions);
    expect(new Set(small.transactions.map((each) => each.id)).size).toBe(small.transactions.length);
    expect(small.totals).toEqual([small.transactions.length]);
  }
});

test('a listed transaction and the same one read alone are equal', async () => {
  for (const customerId of sample) {
    const { transactions } = await everyPage(customerId, 100);
    for (const transaction of transactions.slice(0, 3)) {
      const call = { params: { customerId, transactionId: transaction.id } };
      expect((await studio.ask(reservie.getTransaction, call)).data).toEqual(transaction);
    }
  }
});

test('future bookings are exactly those whose class is still to come', async () => {
  const now = Date.parse('2026-06-15T12:00:00Z');
  const starts = new Map<string, number>(
    selectAll<{ id: number; starts_at: number }>(studio.database, 'SELECT id, starts_at FROM event_date')().map(
      (row) => [`date_${row.id}`, row.starts_at] as const,
    ),
  );
  const isFuture = (booking: Booking): boolean => (starts.get(booking.event.date.id) ?? 0) > now;
  for (const customerId of sample) {
    const all = (await everyPage(customerId, 100)).transactions.flatMap((each) => each.bookings);
    const future = (await everyPage(customerId, 100, { future_only: true })).transactions.flatMap(
      (each) => each.bookings,
    );
    expect(future.map((each) => each.id).toSorted()).toEqual(
      all
        .filter(isFuture)
        .map((each) => each.id)
        .toSorted(),
    );
  }
});

test('every booking is bought by, or for, the customer it is listed under', async () => {
  for (const customerId of sample) {
    for (const { bookings } of (await everyPage(customerId, 100)).transactions) {
      const people = bookings.flatMap((each) => [each.purchased_by.id, each.bought_for?.id]);
      expect(people).toContain(customerId);
      for (const booking of bookings) expect(booking.bought_for?.id).not.toBe(booking.purchased_by.id);
    }
  }
});

test('no class is bought after it began', async () => {
  const late = selectAll(
    studio.database,
    `SELECT booking.id FROM booking JOIN purchase ON purchase.id = purchase_id JOIN event_date ON event_date.id = event_date_id
     WHERE event_date.tz = 'Europe/London' AND purchase.purchased_at > event_date.datetime`,
  )();
  expect(late).toEqual([]);
});

describe('passes', () => {
  test('credits spent are the credits of the bookings, appointments and videos paid with them and not refunded', () => {
    const wrong = selectAll(
      studio.database,
      `SELECT package.id, credits_total - credits_remaining AS spent,
         (SELECT coalesce(sum(credits_used), 0) FROM booking WHERE package_id = package.id AND is_refunded = 0) +
         (SELECT coalesce(sum(credits_used), 0) FROM appointment WHERE package_id = package.id) AS used
       FROM package WHERE spent <> used OR credits_remaining < 0`,
    )();
    expect(wrong).toEqual([]);
  });

  test('a pass is spent only by its owner, after it was bought, on classes before it runs out', () => {
    const wrong = selectAll(
      studio.database,
      `SELECT booking.id FROM booking
       JOIN package ON package.id = booking.package_id
       JOIN purchase ON purchase.id = booking.purchase_id
       JOIN event_date ON event_date.id = booking.event_date_id
       WHERE package.customer_id <> purchase.customer_id OR package.purchased_at > purchase.purchased_at
         OR (event_date.tz = 'Europe/London' AND event_date.datetime > package.expires_at)`,
    )();
    expect(wrong).toEqual([]);
    expect(selectAll(studio.database, "SELECT id FROM booking WHERE method = 'PASS' AND package_id IS NULL")()).toEqual(
      [],
    );
  });

  test('the live purchases of all passes are those that their owners see as live', async () => {
    const live = new Map<string, number>();
    for (const { id } of (await studio.ask(reservie.listPasses, {})).data) {
      const { data } = await studio.ask(reservie.listPassPackages, { params: { passId: id } });
      for (const each of data.active_passes) live.set(each.id, each.credits_remaining);
    }
    expect(live.size).toBeGreaterThan(50);
    for (const customerId of sample) {
      const { data } = await studio.ask(reservie.listPassPurchases, {
        params: { customerId },
        query: { pageSize: 100 },
      });
      for (const owned of data) {
        const isLive =
          (owned.expires_at ?? '9999') >= '2026-06-15T13:00:00' &&
          owned.credits_remaining > 0 &&
          owned.is_cancelled !== true;
        expect(live.get(owned.id)).toBe(isLive ? owned.credits_remaining : undefined);
      }
    }
  });

  test('a member whose mandate is active has a live pass of the plan; a suspended or paused one has none', async () => {
    const seen = new Set<string>();
    const plans = new Map(
      (await studio.ask(reservie.listPlans, {})).data.map((plan) => [plan.id, plan.associated_pass?.id] as const),
    );
    const members = selectAll<{ id: number }>(studio.database, 'SELECT DISTINCT customer_id AS id FROM mandate')();
    expect(members.length).toBeGreaterThan(20);
    for (const { id } of members) {
      const customerId = CustomerId.parse(`cust_${id}`);
      const { data: mandates } = await studio.ask(reservie.listMandates, { params: { customerId }, query: {} });
      for (const { state, plan } of mandates) {
        const { data } = await studio.ask(reservie.listPassPurchases, { params: { customerId }, query: {} });
        const ofPlan = data.filter((owned) => owned.pass.id === plans.get(plan.id));
        const hasLive = ofPlan.some((owned) => (owned.expires_at ?? '') > '2026-06-15T13:00:00');
        expect(hasLive).toBe(state === 'ACTIVE');
        seen.add(state);
      }
    }
    expect([...seen].toSorted()).toEqual(['ACTIVE', 'PAUSED', 'SUSPENDED']);
  });
});

test('registers and bookings tell the same story', async () => {
  const dates = new Map<string, Booking>();
  for (const customerId of sample.slice(0, 40)) {
    for (const { bookings } of (await everyPage(customerId, 100)).transactions.slice(0, 5)) {
      for (const booking of bookings) dates.set(booking.id, booking);
    }
  }
  expect(dates.size).toBeGreaterThan(100);
  for (const booking of dates.values()) {
    const params = { eventId: booking.event.id, dateId: booking.event.date.id };
    const { data: register } = await studio.ask(reservie.getRegister, { params });
    const row = [...register.attendees, ...register.cancelled].find((each) => each.booking_id === booking.id);
    expect(row).toMatchObject({
      customer: booking.bought_for ?? booking.purchased_by,
      role: booking.bought_for ? 'GUEST' : 'BOOKER',
      spaces: booking.spaces,
      payment_method: booking.payment.method,
    });
    expect(register.cancelled.some((each) => each.booking_id === booking.id)).toBe(booking.is_cancelled);
    const places = register.attendees.reduce((sum, each) => sum + each.spaces, 0);
    expect(places).toBeLessThanOrEqual(register.capacity ?? Number.POSITIVE_INFINITY);
    expect(register.date).toMatchObject({ id: booking.event.date.id, datetime: booking.event.date.datetime });
  }
});

test('cancelled and refunded occur in all four combinations', () => {
  const states = selectAll<{ state: string }>(
    studio.database,
    "SELECT DISTINCT is_cancelled || '/' || is_refunded AS state FROM booking ORDER BY 1",
  )();
  expect(states.map((row) => row.state)).toEqual(['0/0', '0/1', '1/0', '1/1']);
});
