import { expect, test } from 'vitest';
import { json } from '../testing/fake-reservie.ts';
import { startGateway } from '../testing/gateway-under-test.ts';

const DATE = { id: 'date_1', type: 'event_date', datetime: '2026-03-03T09:00:00', tz: 'Europe/London', duration: 60 };
const EVENT = {
  id: 'evt_1',
  type: 'event',
  name: 'Monday Yoga',
  format: 'PHYSICAL',
  booking_configuration: {
    max_attendees: 12,
    waiting_list_enabled: true,
    booking_types: [],
    payment_methods: ['PASS'],
  },
  dates: [DATE],
  facilitators: [{ id: 'fac_1', type: 'facilitator', name: 'Fay' }],
};
const person = (id: string) => ({
  id,
  type: 'customer',
  firstname: 'Jo',
  lastname: 'Smithson',
  email: 'jo@example.com',
});
const attendee = (id: string, spaces = 1) => ({
  booking_id: `booking_${id.slice(5)}`,
  customer: person(id),
  role: 'BOOKER',
  spaces,
  payment_method: 'PASS',
  attended: null,
});
const REGISTER = {
  event: { id: 'evt_1', name: 'Monday Yoga' },
  date: { id: 'date_1', datetime: DATE.datetime, tz: DATE.tz, duration: 60 },
  capacity: 12,
  attendees: [attendee('cust_1', 2), attendee('cust_9')],
  waiting_list: [{ customer: person('cust_2'), spaces: 1 }],
  cancelled: [attendee('cust_3')],
};

test('the timetable is asked for once for all staff, and one event that cannot be read does not lose it', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave('GET /events', json(200, { data: [EVENT, { id: 'evt_2' }] }));
  const answers = await Promise.all([ask('/api/classes'), ask('/api/classes')]);
  for (const answer of answers) {
    expect(answer.json()).toEqual({
      data: [{ eventId: 'evt_1', name: 'Monday Yoga', date: DATE, paymentMethods: ['PASS'], teachers: ['Fay'] }],
      unreadable: 1,
    });
  }
  expect(upstream.calls.map(({ operation }) => operation)).toEqual(['GET /events']);
  expect(upstream.calls[0]?.url).toMatch(/timeFilter=future&startDate=[^&]*%3A00%3A00.000Z&endDate=/);
});

test.each([
  ['cust_1', 'booked'],
  ['cust_2', 'waiting'],
  ['cust_3', 'cancelled'],
  ['cust_4', 'none'],
])('%s is %s, and no other customer is named', async (id, customer) => {
  const { ask, upstream } = await startGateway();
  upstream.behave('GET /events', json(200, { data: [EVENT] }));
  upstream.behave('GET /event/evt_1/dates/date_1/register', json(200, { data: REGISTER }));
  const answer = await ask(`/api/customers/${id}/classes/evt_1/date_1`);
  expect(answer.json()).toEqual({ capacity: 12, taken: 3, waiting: 1, hasWaitingList: true, customer });
});

test('a register of another class, a missing scope and an address that is none are refused', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave('GET /events', json(200, { data: [EVENT] }));
  upstream.behave('GET /event/evt_1/dates/date_2/register', json(200, { data: REGISTER }), json(403, {}));
  const url = '/api/customers/cust_1/classes/evt_1/date_2';
  expect((await ask(url)).json()).toMatchObject({ code: 'reservie_malformed' });
  expect((await ask(url)).json()).toMatchObject({ code: 'missing_scope', scope: 'events-register:read' });
  expect((await ask('/api/customers/cust_1/classes/evt_1/x')).statusCode).toBe(400);
});
