import { expect, test } from 'vitest';
import { history } from '#contract/history.ts';
import { json } from '../testing/fake-reservie.ts';
import { startLive } from '../testing/live-under-test.ts';

const CUSTOMER = '/api/customers/cust_123';

const APPOINTMENT = {
  id: 'appt_1',
  type: 'appointment',
  status: 'CONFIRMED',
  notes: 'Her back is sore.',
  created_at: '2026-03-01T09:00:00',
  service: {
    id: 'svc_1',
    type: 'service',
    name: 'Massage',
    datetime: '2026-03-10T09:00:00',
    tz: 'Europe/London',
    duration_minutes: 60,
    facilitator: { id: 'fac_1', type: 'facilitator', name: 'Leila' },
  },
  payment: { method: 'CASH' },
};
const NOTE = {
  id: 'note_1',
  type: 'note',
  content: 'Latex allergy.',
  created_by: 'Jess',
  created_at: '2026-03-01T09:00:00',
  updated_at: '2026-03-01T09:00:00',
};

async function startCustomer() {
  const desk = await startLive();
  desk.upstream.behave('GET /customer/cust_123/appointments', json(200, { data: [APPOINTMENT], total: 1 }));
  desk.upstream.behave('GET /customer/cust_123/notes', json(200, { data: [NOTE], total: 1 }));
  const actions = async () => {
    const answer = await (await desk.signIn('manager')).ask({ url: `/api/history?customerId=cust_123` });
    return history.listHistory.answer.parse(answer.json()).data.map(({ action }) => action);
  };
  return { desk, actions };
}

test('a summary gets no word of a note, and only the profile is recorded as looked at', async () => {
  const { desk, actions } = await startCustomer();
  const dee = await desk.signIn('desk');
  const profile = await dee.ask({ url: `${CUSTOMER}/profile` });
  const appointments = await dee.ask({ url: `${CUSTOMER}/appointments/summary?pageSize=100` });
  const notes = await dee.ask({ url: `${CUSTOMER}/notes/count` });
  expect([profile.statusCode, notes.json()]).toEqual([200, { total: 1 }]);
  expect(appointments.json()).toMatchObject({ data: [{ id: 'appt_1', notes: null }], total: 1 });
  expect(appointments.body + notes.body).not.toMatch(/sore|Latex/);
  expect(await actions()).toEqual(['getProfile']);
});

test('the tabs show what is written, are recorded, and cost no second call', async () => {
  const { desk, actions } = await startCustomer();
  const dee = await desk.signIn('desk');
  const pages = ['appointments/summary?pageSize=100', 'appointments?pageSize=100', 'notes/count', 'notes?pageSize=100'];
  const bodies = [];
  for (const page of pages) bodies.push((await dee.ask({ url: `${CUSTOMER}/${page}` })).body);
  expect(bodies.join(' ')).toMatch(/sore.*Latex/);
  expect(await actions()).toEqual(['listNotes', 'listAppointments']);
  expect(desk.upstream.calls).toHaveLength(2);
});

test('a viewer is not told how many notes there are', async () => {
  const { desk } = await startCustomer();
  expect((await (await desk.signIn('viewer')).ask({ url: `${CUSTOMER}/notes/count` })).statusCode).toBe(403);
});

test('a page that comes back from Reservie is not answered from what is kept', async () => {
  const { desk } = await startCustomer();
  const dee = await desk.signIn('desk');
  const url = `${CUSTOMER}/notes?pageSize=100`;
  await dee.ask({ url });
  desk.upstream.behave(
    'GET /customer/cust_123/notes',
    json(200, { data: [NOTE, { ...NOTE, id: 'note_2' }], total: 2 }),
  );
  expect((await dee.ask({ url })).json()).toMatchObject({ total: 1 });
  const headers = { 'cache-control': 'no-cache' };
  expect((await dee.ask({ url, headers })).json()).toMatchObject({ total: 2 });
  expect((await dee.ask({ url })).json()).toMatchObject({ total: 2 });
});

test('where Reservie cannot be asked anew, what is kept is shown with its age', async () => {
  const { desk } = await startCustomer();
  const dee = await desk.signIn('desk');
  const url = `${CUSTOMER}/notes?pageSize=100`;
  await dee.ask({ url });
  desk.upstream.behave('GET /customer/cust_123/notes', json(429, {}));
  const answer = await dee.ask({ url, headers: { 'cache-control': 'no-cache' } });
  expect(answer.json()).toMatchObject({ total: 1, stale: { reason: 'limited' } });
});

test('what is kept of a customer is at hand without a call, and leaves no record of a look', async () => {
  const { desk, actions } = await startCustomer();
  const dee = await desk.signIn('desk');
  const url = `${CUSTOMER}/at-hand`;
  expect((await dee.ask({ url })).json()).toEqual({});
  expect(desk.upstream.calls).toHaveLength(0);
  await dee.ask({ url: `${CUSTOMER}/appointments/summary?pageSize=100` });
  await dee.ask({ url: `${CUSTOMER}/notes/count` });
  const atHand = await dee.ask({ url });
  expect(atHand.json()).toMatchObject({
    appointments: { answer: { data: [{ id: 'appt_1', notes: null }], total: 1 } },
    noteCount: { answer: { total: 1 } },
  });
  expect(atHand.body).not.toMatch(/sore|Latex/);
  expect(desk.upstream.calls).toHaveLength(2);
  // Neither are notes counted for a role that may not read them.
  expect((await (await desk.signIn('viewer')).ask({ url })).json()).not.toHaveProperty('noteCount');
  expect(await actions()).toEqual([]);
});
