import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EventId, MediaId, PassId, PlanId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { openResources, type ResourcesUnderTest } from './resources-under-test.ts';
import { spanOf } from './studio-resources.ts';

const NOW = '2026-06-15T12:00:00Z';

let studio: ResourcesUnderTest;

beforeAll(() => {
  studio = openResources({ customers: 300, now: NOW });
});

beforeEach(() => {
  studio.setNow(NOW);
});

describe('passes', () => {
  test('all in one answer, the deleted one left out', async () => {
    const { data } = await studio.ask(reservie.listPasses, {});
    expect(data).toHaveLength(10);
    expect(data).toContainEqual({
      id: 'pass_3',
      type: 'pass',
      name: '10 Class Pass',
      description: expect.any(String),
      base100_price: 10_000,
      credits: 10,
      start_mode: 'ON_PURCHASE',
      validity: { period: 180, unit: 'DAYS' },
      subscriptions_only: false,
      purchase_limit: null,
      created_at: expect.any(String),
    });
    expect((await studio.send('/pass/pass_10')).status).toBe(404);
    expect((await studio.send('/pass/pass_10/packages')).status).toBe(404);
  });

  test('one alone is the same as in the list', async () => {
    const { data } = await studio.ask(reservie.listPasses, {});
    for (const pass of data) {
      expect((await studio.ask(reservie.getPass, { params: { passId: pass.id } })).data).toEqual(pass);
    }
  });

  test('live purchases: credits left, not yet expired, first to expire first', async () => {
    const params = { passId: PassId.parse('pass_3') };
    const { data } = await studio.ask(reservie.listPassPackages, { params });
    expect(data).toMatchObject({ pass_id: 'pass_3', pass_name: '10 Class Pass' });
    expect(data.active_passes).toContainEqual(
      expect.objectContaining({
        type: 'pass_purchase',
        customer: {
          id: 'cust_101',
          type: 'customer',
          firstname: 'Bethan',
          lastname: 'Quillfeather',
          email: 'bethan.quillfeather@example.com',
        },
        credits_total: 10,
        credits_remaining: 1,
      }),
    );
    const expiries = data.active_passes.map((each) => each.expires_at ?? '');
    expect(expiries).toEqual(expiries.toSorted());
    studio.setNow('2028-06-15T12:00:00Z');
    expect((await studio.ask(reservie.listPassPackages, { params })).data.active_passes).toEqual([]);
  });

  test('a pass lives to the last second of its last day by the studio’s clock', async () => {
    const params = { passId: PassId.parse('pass_2') };
    const isLive = async () =>
      (await studio.ask(reservie.listPassPackages, { params })).data.active_passes.some(
        (each) => each.customer.id === 'cust_120',
      );
    studio.setNow('2026-06-18T22:59:59Z');
    expect(await isLive()).toBe(true);
    studio.setNow('2026-06-18T23:00:00Z');
    expect(await isLive()).toBe(false);
  });
});

test('subscription plans, each with the pass it gives', async () => {
  const { data } = await studio.ask(reservie.listPlans, {});
  expect(data).toHaveLength(4);
  expect(data).toContainEqual({
    id: 'plan_2',
    type: 'subscription_plan',
    name: 'Eight a Month',
    state: 'ACTIVE',
    term_days: 30,
    pricing: { initial_base100: 6400, recurring_base100: 6400 },
    renews_on_expire: true,
    associated_pass: { id: 'pass_8', type: 'pass', name: 'Member Pass: 8 Classes' },
    modified: expect.stringMatching(/Z$/),
  });
  const params = { planId: PlanId.parse('plan_2') };
  expect((await studio.ask(reservie.getPlan, { params })).data).toEqual(data[1]);
  expect((await studio.send('/subscription-plan/plan_99')).status).toBe(404);
});

test('the video catalogue', async () => {
  const { data } = await studio.ask(reservie.listMedia, {});
  expect(data).toHaveLength(8);
  const params = { mediaId: MediaId.parse('media_1') };
  expect((await studio.ask(reservie.getMedia, { params })).data).toEqual(data[0]);
  expect((await studio.send('/video/media_99')).status).toBe(404);
});

async function starts(query: { timeFilter?: 'future' | 'past'; startDate?: string; endDate?: string }) {
  const { data } = await studio.ask(reservie.listEvents, { query });
  return data.filter((event) => event.id === 'evt_42').flatMap((event) => event.dates.map((date) => date.datetime));
}

describe('events', () => {
  test('the printed event, field for field', async () => {
    const query = { timeFilter: 'past', startDate: '2026-03-03T00:00:00Z', endDate: '2026-03-03T23:59:59Z' } as const;
    const { data } = await studio.ask(reservie.listEvents, { query });
    expect(data).toContainEqual({
      id: 'evt_42',
      type: 'event',
      name: 'Monday Yoga',
      format: 'PHYSICAL',
      booking_configuration: {
        max_attendees: 18,
        waiting_list_enabled: true,
        booking_types: ['SINGLE'],
        payment_methods: ['CARD', 'PASS'],
      },
      dates: [
        { id: 'date_501', type: 'event_date', datetime: '2026-03-03T09:00:00', tz: 'Europe/London', duration: 60 },
      ],
      facilitators: [{ id: expect.any(String), type: 'facilitator', name: 'Priya Raman' }],
    });
  });

  test('both ends of a span are instants and inclusive', async () => {
    // 09:00 in London in summer is 08:00 UTC.
    const [startDate, endDate] = ['2026-06-01T08:00:00Z', '2026-06-08T08:00:00Z'];
    const past = { timeFilter: 'past' } as const;
    expect(await starts({ ...past, startDate, endDate })).toEqual(['2026-06-01T09:00:00', '2026-06-08T09:00:00']);
    expect(await starts({ ...past, startDate: '2026-06-01T08:00:01Z', endDate: '2026-06-08T07:59:59Z' })).toEqual([]);
  });

  test('future starts after now, past up to now', async () => {
    studio.setNow('2026-06-15T08:00:00Z');
    const span = { startDate: '2026-06-08T00:00:00Z', endDate: '2026-06-23T00:00:00Z' };
    expect(await starts({ timeFilter: 'future', ...span })).toEqual(['2026-06-22T09:00:00']);
    expect(await starts({ timeFilter: 'past', ...span })).toEqual(['2026-06-08T09:00:00', '2026-06-15T09:00:00']);
    expect(await starts(span)).toHaveLength(3);
  });

  test('without parameters: what is still to come', async () => {
    const dates = await starts({});
    expect(dates[0]).toBe('2026-06-22T09:00:00');
    expect(dates).toHaveLength(13);
  });

  test('an end alone reaches back to the beginning', () => {
    expect(spanOf({ endDate: NOW }, Date.parse(NOW))).toEqual([Number.MIN_SAFE_INTEGER, Date.parse(NOW)]);
  });

  test.each([
    'timeFilter=future',
    'timeFilter=past',
    'timeFilter=past&startDate=2026-01-01T00:00:00Z',
    'timeFilter=soon&startDate=2026-01-01T00:00:00Z',
    'timeFilter=future&startDate=2026-01-01',
    'timeFilter=future&startDate=2026-01-01T00:00:00',
    'startDate=yesterday',
  ])('%s is refused with 400', async (query) => {
    expect((await studio.send(`/events?${query}`)).status).toBe(400);
  });

  test('one alone has all its dates, by start', async () => {
    const params = { eventId: EventId.parse('evt_42') };
    const { data } = await studio.ask(reservie.getEvent, { params });
    const dates = data.dates.map((date) => date.datetime);
    expect(dates).toEqual(dates.toSorted());
    expect(dates).toHaveLength(104 + 13 + 1 + 1);
    expect((await studio.send('/event/evt_9999')).status).toBe(404);
  });
});

describe('register', () => {
  test('the printed date: John comes, booked in by Jane', async () => {
    const { status, body } = await studio.send('/event/evt_42/dates/date_501/register');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: {
        event: { id: 'evt_42', name: 'Monday Yoga' },
        date: { id: 'date_501', datetime: '2026-03-03T09:00:00', tz: 'Europe/London', duration: 60 },
        capacity: 18,
        attendees: expect.arrayContaining([
          {
            booking_id: 'booking_789',
            customer: {
              id: 'cust_456',
              type: 'customer',
              firstname: 'John',
              lastname: 'Smith',
              email: 'john@example.com',
            },
            role: 'GUEST',
            spaces: 1,
            payment_method: 'CARD',
            attended: true,
          },
        ]),
      },
    });
  });

  test('attendance is marked only for what is over', async () => {
    const { data: events } = await studio.ask(reservie.listEvents, { query: {} });
    const dates = events.flatMap((event) => event.dates.map((date) => ({ eventId: event.id, dateId: date.id })));
    let attendees = 0;
    for (const params of dates.slice(0, 80)) {
      const { data } = await studio.ask(reservie.getRegister, { params });
      attendees += data.attendees.length;
      expect(data.attendees.every((each) => each.attended === null)).toBe(true);
    }
    expect(attendees).toBeGreaterThan(10);
  });

  test('a date of another event is not found', async () => {
    expect((await studio.send('/event/evt_100/dates/date_501/register')).status).toBe(404);
    expect((await studio.send('/event/evt_42/dates/date_999999/register')).status).toBe(404);
  });
});

describe('the studio’s appointments', () => {
  test('all customers’, with whom they are for, latest first', async () => {
    const { data, total } = await studio.ask(reservie.listStudioAppointments, { query: { pageSize: 100 } });
    expect(total).toBeGreaterThan(10);
    expect(data).toContainEqual(expect.objectContaining({ customer: expect.objectContaining({ id: 'cust_105' }) }));
    const times = data.map((each) => each.service.datetime);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('days are inclusive at both ends', async () => {
    const { data } = await studio.ask(reservie.listStudioAppointments, { query: { pageSize: 100 } });
    const day = data.find((each) => each.customer.id === 'cust_105')?.service.datetime.slice(0, 10) ?? '';
    const query = { startDate: day, endDate: day, pageSize: 100 };
    const sameDay = (await studio.ask(reservie.listStudioAppointments, { query })).data;
    expect(sameDay.length).toBe(data.filter((each) => each.service.datetime.startsWith(day)).length);
    expect(sameDay.length).toBeGreaterThan(0);
    expect((await studio.send('/appointments?startDate=today')).status).toBe(400);
  });
});
