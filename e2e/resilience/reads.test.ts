import { expect, test } from 'vitest';
import { startTestStack } from './start-test-stack.ts';

const PROFILE = '/api/customers/cust_123/profile';
const NOTES = '/api/customers/cust_123/notes';
const BOOKINGS = '/api/customers/cust_123/bookings?startDate=2000-01-01';
/** Older than any answer that is served without asking, younger than any that is thrown away. */
const LATER = 10 * 60_000;

type Misbehaviour = Parameters<Awaited<ReturnType<typeof startTestStack>>['sandbox']['faults']['add']>[0];

const passing: [string, Misbehaviour][] = [
  ['a fault of Reservie’s', { endpoint: 'getProfile', kind: 'status', status: 500, count: 2 }],
  ['a bad gateway', { endpoint: 'getProfile', kind: 'status', status: 502, count: 1 }],
  [
    'a 503 that asks for a second',
    { endpoint: 'getProfile', kind: 'status', status: 503, retryAfterSeconds: 1, count: 1 },
  ],
  [
    'a 429 that asks for a second',
    { endpoint: 'getProfile', kind: 'status', status: 429, retryAfterSeconds: 1, count: 1 },
  ],
  ['a broken connection', { endpoint: 'getProfile', kind: 'reset', count: 2 }],
  ['half an answer', { endpoint: 'getProfile', kind: 'truncate', count: 1 }],
  ['a broken connection after the work', { endpoint: 'getProfile', kind: 'reset', when: 'after', count: 1 }],
  ['a slow answer', { endpoint: 'getProfile', kind: 'latency', ms: 300, jitterMs: 200, seed: 3 }],
  ['fields that are not documented', { endpoint: 'getProfile', kind: 'extra-fields' }],
  ['a token that cannot be had at once', { endpoint: 'createToken', kind: 'status', status: 503, count: 1 }],
];

test.each(passing)('%s is not seen by the page', async (_, fault) => {
  const { sandbox, get } = await startTestStack();
  sandbox.faults.add(fault);
  const answer = await get(PROFILE);
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { data: { id: 'cust_123', firstname: 'Jane' } }]);
  expect(answer.headers).not.toHaveProperty('x-stale');
});

const lasting: [string, Misbehaviour, code: string, stale: string][] = [
  ['faults of Reservie’s', { endpoint: '*', kind: 'status', status: 500 }, 'reservie_unavailable', 'down'],
  [
    'a 429 for a minute',
    { endpoint: '*', kind: 'status', status: 429, retryAfterSeconds: 60 },
    'rate_limited',
    'limited',
  ],
  ['silence', { endpoint: '*', kind: 'hang' }, 'reservie_timeout', 'slow'],
  ['broken connections', { endpoint: '*', kind: 'reset' }, 'reservie_unavailable', 'down'],
  ['half answers', { endpoint: '*', kind: 'truncate' }, 'reservie_unavailable', 'down'],
  ['what is not JSON', { endpoint: '*', kind: 'malformed-json' }, 'reservie_malformed', 'unreadable'],
];

test.each(lasting)(
  'under %s, what is known is shown as old, the rest is a clear error, and it recovers by itself',
  async (_, fault, code, stale) => {
    // Only silence is waited for: under any other fault a busy machine must not look like it.
    const { sandbox, get, pass } = await startTestStack({ timeoutMs: fault.kind === 'hang' ? 700 : 10_000 });
    const before = await get(NOTES);
    pass(LATER);
    sandbox.faults.add(fault);

    const known = await get(NOTES);
    expect([known.statusCode, known.headers['x-stale']]).toEqual([200, stale]);
    expect(known.headers['x-as-of']).toBe(before.headers['x-as-of']);
    expect(Number(known.headers['age'])).toBeGreaterThanOrEqual(600);
    expect(known.json()).toEqual({
      ...before.json<object>(),
      stale: { reason: stale, asOf: before.headers['x-as-of'] },
    });

    const unknown = await get(BOOKINGS);
    expect(unknown.json()).toMatchObject({ code, requestId: unknown.headers['x-request-id'] });

    sandbox.faults.clear();
    pass(60_000);
    const after = await get(NOTES);
    expect([after.statusCode, after.headers['x-stale'], after.headers['age']]).toEqual([200, undefined, '0']);
    expect((await get(BOOKINGS)).statusCode).toBe(200);
  },
);

test('one row that cannot be read stands in its place among the others', async () => {
  const { sandbox, get } = await startTestStack();
  sandbox.faults.add({ endpoint: 'listBookings', kind: 'wrong-type', row: 1, field: 'bookings' });
  const { data } = (await get(BOOKINGS)).json<{ data: object[] }>();
  expect(data.map((row) => 'unreadable' in row)).toEqual(data.map((_, index) => index === 1));
  expect(data.length).toBeGreaterThan(2);
});

test('a broken operation takes no other one down', async () => {
  const { sandbox, get, calls } = await startTestStack();
  sandbox.faults.add({ endpoint: 'listNotes', kind: 'status', status: 500 });
  for (let turn = 0; turn < 4; turn += 1) expect((await get(NOTES)).statusCode).toBe(503);
  const before = calls();
  const resting = await get(NOTES);
  expect(resting.json()).toMatchObject({ code: 'reservie_unavailable', retryAfterMs: expect.any(Number) as number });
  expect(calls()).toBe(before);
  expect((await get(PROFILE)).statusCode).toBe(200);
  expect((await get('/api/studio')).json()).toMatchObject({ reservie: { state: 'ok' } });
});

test('when Reservie is dead it is left in peace, and found again by one call', async () => {
  const { sandbox, get, calls, pass } = await startTestStack();
  await get(PROFILE);
  const fault = sandbox.faults.add({ endpoint: '*', kind: 'reset' });
  await Promise.all([get(NOTES), get(BOOKINGS), get('/api/customers/cust_123/passes')]);
  expect((await get('/api/studio')).json()).toMatchObject({ reservie: { state: 'down' } });
  const before = calls();
  for (let turn = 0; turn < 20; turn += 1) expect((await get(NOTES)).statusCode).toBe(503);
  expect(calls()).toBe(before);
  sandbox.faults.remove(fault);
  pass(60_000);
  expect((await get(NOTES)).statusCode).toBe(200);
  expect((await get('/api/studio')).json()).toMatchObject({ reservie: { state: 'ok' } });
});
