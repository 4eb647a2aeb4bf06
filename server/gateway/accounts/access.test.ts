import { text } from 'node:stream/consumers';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { WireError } from '#contract/error.ts';
import { shortcutApi } from '#contract/shortcuts.ts';
import { classes } from '#contract/classes.ts';
import { gateway as gatewayTable } from '#contract/gateway.ts';
import { history } from '#contract/history.ts';
import { live } from '#contract/live.ts';
import { type Role, isAllowed } from '#contract/role.ts';
import { staffApi } from '#contract/staff.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import { type FakeReservie, json, startFakeReservie } from '../testing/fake-reservie.ts';
import { type TestGateway, openBrowser, startTestGateway } from '../testing/test-gateway.ts';

const table: Record<string, Endpoint> = {
  ...gatewayTable,
  ...staffApi,
  ...history,
  ...studioSettings,
  ...classes,
  ...live,
  ...shortcutApi,
};
const endpoints = Object.entries(table).map(([name, endpoint]) => ({ name, endpoint, access: endpoint.access }));
const callers = [undefined, 'viewer', 'desk', 'manager'] as const satisfies readonly (Role | undefined)[];

const SECRETS = ['Smithson', 'jane.smithson@example.com', '07700900456', 'torn ligament'];
const jane = { id: 'cust_1', type: 'customer', firstname: 'Jane', lastname: 'Smithson' };
const reference = { ...jane, email: 'jane.smithson@example.com' };
const person = { ...reference, mobile: '07700900456' };
const transaction = {
  id: 'txn_1',
  type: 'event-booking',
  purchase_date: '2026-03-01T09:00:00',
  bookings: [
    {
      id: 'booking_1',
      type: 'event-booking',
      is_cancelled: false,
      is_refunded: false,
      spaces: 1,
      purchased_by: reference,
      bought_for: reference,
      event: {
        id: 'evt_1',
        type: 'event',
        name: 'Yoga',
        date: { id: 'date_1', type: 'event_date', datetime: '2026-03-03T09:00:00', tz: 'Europe/London', duration: 60 },
      },
      pricing_option: { id: 'po-1' },
      payment: { method: 'PASS', currency: 'CR', credits_used: 1 },
    },
  ],
};
const appointment = {
  id: 'appt_1',
  type: 'appointment',
  status: 'CONFIRMED',
  notes: 'torn ligament',
  created_at: '2026-03-01T09:00:00',
  service: {
    id: 'svc_1',
    type: 'service',
    name: 'Massage',
    datetime: '2026-03-03T09:00:00',
    tz: 'Europe/London',
    duration_minutes: 60,
    facilitator: { id: 'fac_1', type: 'facilitator', name: 'Fay' },
  },
  payment: { method: 'PASS', currency: 'CR', credits_used: 1, status: 'PAID' },
};

function page(...data: unknown[]) {
  return json(200, { data, total: data.length, page: 0, pageSize: 30 });
}

let upstream: FakeReservie;
let gateway: TestGateway;

beforeAll(async () => {
  upstream = await startFakeReservie();
  upstream.behave('GET /customers', json(200, { data: [{ ...person, archived: false }] }));
  upstream.behave('GET /customer/cust_1/profile', json(200, { data: person }));
  upstream.behave('GET /customer/cust_1/bookings', page(transaction));
  upstream.behave('GET /customer/cust_1/booking/txn_1', json(200, { data: transaction }));
  upstream.behave('GET /customer/cust_1/appointments', page(appointment));
  upstream.behave('GET /events', json(200, { data: [] }));
  upstream.behave('GET /event/evt_1/dates/date_1/register', json(404, {}));
  for (const tab of ['packages', 'videos', 'subscription-mandates', 'notes', 'questionnaire-answers']) {
    upstream.behave(`GET /customer/cust_1/${tab}`, page());
  }
  gateway = await startTestGateway({ reservie: upstream.account, mode: 'live', timeZone: 'Europe/London' });
});

afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

const PARAMETERS: Record<string, string> = {
  customerId: 'cust_1',
  transactionId: 'txn_1',
  staffId: 'unknown',
  invitationId: 'none',
  viewId: 'none',
  eventId: 'evt_1',
  dateId: 'date_1',
};
const QUERIES: Record<string, string> = { listBookings: '?startDate=2000-01-01' };

/** One call of an endpoint, well-formed in its address; what its body lacks is answered with 400, after all checks. */
async function call(name: string, role: Role | undefined) {
  const endpoint = table[name];
  if (!endpoint) throw new Error(`There is no endpoint ${name}.`);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, parameter: string) => PARAMETERS[parameter] ?? 'unknown');
  const browser = role ? await gateway.signIn(role) : openBrowser(gateway.app);
  return browser.ask({
    method: endpoint.method,
    url: `${path}${QUERIES[name] ?? ''}`,
    ...(endpoint.body && { payload: {} }),
    ...(name === 'watchEvents' && { payloadAsStream: true }),
  });
}

test.each(endpoints)('$name says who may use it', ({ access }) => {
  expect(access).toMatch(/^(public|viewer|desk|manager)$/);
});

test('only what signing in needs is public', () => {
  expect(endpoints.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual([
    'getSession',
    'signIn',
    'signInWithCode',
    'signInToDemo',
    'beginOpenId',
    'signOut',
    'setUp',
    'acceptInvitation',
    'setNewPassword',
  ]);
});

test('viewers write nothing about customers, and never see notes or health answers', () => {
  const needDesk = endpoints.filter(({ access }) => access === 'desk').map(({ name }) => name);
  expect(needDesk).toEqual(expect.arrayContaining(['updateProfile', 'listNotes', 'revealAnswers']));
  const writes = Object.entries<Endpoint>(gatewayTable).filter(([, { method }]) => method !== 'GET');
  expect(writes.filter(([, { access }]) => access === 'viewer')).toEqual([]);
});

const calls = endpoints.flatMap(({ name, access }) => callers.map((role) => ({ name, access, role })));
const allowed = calls.filter(({ role, access }) => access !== undefined && isAllowed(role, access));
const refused = calls.filter(({ role, access }) => access === undefined || !isAllowed(role, access));

async function whole(answer: LightMyRequestResponse): Promise<{ statusCode: number; body: string }> {
  const { statusCode } = answer;
  return { statusCode, body: await text(answer.stream()) };
}

test.each(allowed)('$role may use $name', async ({ name, role }) => {
  const answer = await call(name, role);
  expect(answer.statusCode).not.toBe(401);
  expect(answer.statusCode).toBeLessThan(500);
  // Events go on for as long as a client listens, and an answer that has begun is no refusal.
  const body = name === 'watchEvents' ? '' : answer.body;
  answer.stream().destroy();
  expect(body).not.toContain('"code":"forbidden"');
});

test.each(refused)('$role is refused $name', async ({ name, role }) => {
  const { statusCode, body } = await whole(await call(name, role));
  const [status, code] = role === undefined ? [401, 'not_signed_in'] : [403, 'forbidden'];
  const problem = WireError.parse(JSON.parse(body));
  expect([statusCode, problem]).toMatchObject([status, { code }]);
  expect(Object.keys(problem).toSorted()).toEqual(['code', 'message', 'requestId']);
});

describe('people', () => {
  const reads = Object.entries<Endpoint>(gatewayTable)
    .filter(([, { method, access }]) => method === 'GET' && access === 'viewer')
    .map(([name]) => ({ name }));

  test.each(reads)('are masked for a viewer in $name', async ({ name }) => {
    const answer = await call(name, 'viewer');
    expect(answer.statusCode).toBe(200);
    for (const secret of SECRETS) expect(answer.body).not.toContain(secret);
  });

  test.each([
    ['listCustomers', 'desk'],
    ['getProfile', 'desk'],
    ['listBookings', 'manager'],
    ['getTransaction', 'manager'],
  ] as const)('are whole in %s for the %s', async (name, role) => {
    const answer = await call(name, role);
    expect(answer.body).toContain('Smithson');
    expect(answer.body).toContain('jane.smithson@example.com');
  });

  test('look like this to a viewer', async () => {
    const answer = await call('getProfile', 'viewer');
    expect(answer.json()).toEqual({
      data: { ...person, lastname: 'S.', email: 'j••••@example.com', mobile: '•••456' },
    });
  });

  test('stand in a directory of its own for viewers, under an ETag of its own, in every encoding', async () => {
    const [viewer, desk] = [await gateway.signIn('viewer'), await gateway.signIn('desk')];
    const full = await desk.ask({ url: '/api/customers' });
    const masked = await viewer.ask({ url: '/api/customers' });
    expect(masked.headers.etag).not.toBe(full.headers.etag);
    const again = { url: '/api/customers', headers: { 'if-none-match': full.headers.etag } };
    expect((await desk.ask(again)).statusCode).toBe(304);
    expect((await viewer.ask(again)).json()).toMatchObject({ data: [{ lastname: 'S.' }] });
  });
});
