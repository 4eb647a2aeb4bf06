import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';
import { openResources, type ResourcesUnderTest } from './resources-under-test.ts';

const NOW = '2026-06-15T12:00:00Z';
const params = { customerId: CustomerId.parse('cust_125') };
const tabs = ['packages', 'videos', 'subscription-mandates', 'appointments', 'notes', 'questionnaire-answers'];

let studio: ResourcesUnderTest;

beforeAll(() => {
  studio = openResources({ customers: 40, bookings: 1500, now: NOW });
});

beforeEach(() => {
  studio.setNow(NOW);
});

describe.each(tabs)('%s', (tab) => {
  test('is a page: 30 from 0 unless asked otherwise', async () => {
    const { body } = await studio.send(`/customer/cust_125/${tab}`);
    expect(body).toMatchObject({ page: 0, pageSize: 30, total: expect.any(Number), data: expect.any(Array) });
  });

  test('is empty beyond its end, and for whom there is nothing', async () => {
    expect((await studio.send(`/customer/cust_125/${tab}?page=50&pageSize=100`)).body).toMatchObject({ data: [] });
    expect((await studio.send(`/customer/cust_108/${tab}`)).body).toEqual({
      data: [],
      total: 0,
      page: 0,
      pageSize: 30,
    });
  });

  test.each(['page=-1', 'page=first', 'pageSize=0', 'pageSize=101'])('refuses %s with 400', async (query) => {
    expect((await studio.send(`/customer/cust_125/${tab}?${query}`)).status).toBe(400);
  });

  test('knows no stranger', async () => {
    expect((await studio.send(`/customer/cust_99999/${tab}`)).status).toBe(404);
    expect((await studio.send(`/customer/99999/${tab}`)).status).toBe(404);
  });
});

test('notes, latest first, page by page, each once', async () => {
  const pages = await Promise.all(
    [0, 1, 2, 3].map((page) => studio.ask(reservie.listNotes, { params, query: { page, pageSize: 10 } })),
  );
  const notes = pages.flatMap((page) => page.data);
  expect(notes).toHaveLength(35);
  expect(new Set(notes.map((note) => note.id)).size).toBe(35);
  const times = notes.map((note) => note.created_at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(notes.every((note) => note.updated_at >= note.created_at && note.content !== '')).toBe(true);
});

test('a pass purchase in the shape of the reference', async () => {
  const { data } = await studio.ask(reservie.listPassPurchases, { params, query: {} });
  expect(data).toContainEqual({
    id: expect.stringMatching(/^pkg_/),
    type: 'pass_purchase',
    pass: { id: 'pass_6', type: 'pass', name: 'Pottery Studio Pass' },
    credits_total: 12,
    credits_remaining: 8,
    purchased_at: '2026-05-16T13:00:00',
    starts_at: '2026-05-16T13:00:00',
    expires_at: '2026-11-12T23:59:59',
    is_cancelled: false,
    payment: { method: 'CARD', currency: 'GBP', base100_price: 12_600 },
  });
});

test('a mandate in the shape of the reference', async () => {
  const { data } = await studio.ask(reservie.listMandates, { params, query: {} });
  expect(data).toEqual([
    {
      id: expect.stringMatching(/^mandate_/),
      type: 'subscription_mandate',
      plan: { id: 'plan_2', type: 'subscription_plan', name: 'Eight a Month', base100_price: 6400, currency: 'GBP' },
      state: 'ACTIVE',
      created: '2025-10-13T12:00:00Z',
      grace: 7,
      earliest_cancellation_date: '2026-01-11T12:00:00Z',
      renewal_date: '2026-07-10T12:00:00Z',
    },
  ]);
});

test('a failed payment: the renewal that failed lies behind', async () => {
  const failed = { params: { customerId: CustomerId.parse('cust_102') }, query: {} };
  const { data } = await studio.ask(reservie.listMandates, failed);
  expect(data).toMatchObject([{ state: 'SUSPENDED', renewal_date: '2026-06-12T12:00:00Z' }]);
});

test('a video is expired from the second that it expires', async () => {
  const { data } = await studio.ask(reservie.listVideoPurchases, { params, query: {} });
  const limited = data.find((each) => each.expires_on !== null);
  const expiry = Date.parse(limited?.expires_on ?? '');
  const isExpired = async () =>
    (await studio.ask(reservie.listVideoPurchases, { params, query: {} })).data.find((each) => each.id === limited?.id)
      ?.is_expired;
  studio.setNow(new Date(expiry - 1000).toISOString());
  expect(await isExpired()).toBe(false);
  studio.setNow(new Date(expiry + 1000).toISOString());
  expect(await isExpired()).toBe(true);
});

test('an appointment in the shape of the reference', async () => {
  const callum = { params: { customerId: CustomerId.parse('cust_105') }, query: {} };
  const { data } = await studio.ask(reservie.listAppointments, callum);
  expect(data[0]).toEqual({
    id: expect.stringMatching(/^appt_/),
    type: 'appointment',
    status: 'CONFIRMED',
    notes: null,
    created_at: '2026-06-11T13:00:00',
    service: {
      id: 'svc_5',
      type: 'service',
      name: 'Sports Massage',
      datetime: '2026-06-21T15:30:00',
      tz: 'Europe/London',
      duration_minutes: 60,
      facilitator: { id: 'fac_23', type: 'facilitator', name: 'Jonah Blackwood' },
    },
    payment: { method: 'CARD', currency: 'GBP', base100_price: 6000, status: 'PENDING' },
  });
});

test('a questionnaire with its answers', async () => {
  const { data } = await studio.ask(reservie.listQuestionnaireAnswers, { params, query: {} });
  expect(data.at(-1)).toMatchObject({
    type: 'questionnaire_answer',
    questionnaire: { id: 'questionnaire_1', name: 'Health & Wellbeing' },
    submitted_at: '2025-01-31T12:00:00',
  });
  expect(data.at(-1)?.answers.length).toBeGreaterThan(4);
});
