import { expect, test } from 'vitest';
import { type Seen, parseBody as parse, startOnTheWire } from '../testing/call-on-the-wire.ts';
import type { FaultOrder } from './fault.ts';

const BOOKINGS = '/customer/cust_123/bookings?startDate=2000-01-01';
const PROFILE = '/customer/cust_123/profile';

const endpoint = 'listBookings';

test.each<[string, FaultOrder, (broken: Seen, normal: Seen) => void]>([
  [
    '429 with a time to wait',
    { endpoint, kind: 'status', status: 429, retryAfterSeconds: 7 },
    (broken) => {
      expect(broken.status).toBe(429);
      expect(broken.headers?.['retry-after']).toBe('7');
      expect(parse(broken)).toEqual({ error: 'too_many_requests', message: 'Too many requests' });
    },
  ],
  ['500', { endpoint, kind: 'status', status: 500 }, (broken) => expect(broken.status).toBe(500)],
  ['502', { endpoint, kind: 'status', status: 502 }, (broken) => expect(broken.status).toBe(502)],
  ['503', { endpoint, kind: 'status', status: 503 }, (broken) => expect(broken.status).toBe(503)],
  ['a reset connection', { endpoint, kind: 'reset' }, (broken) => expect(broken).toEqual({ error: 'ECONNRESET' })],
  [
    'a body that ends half way',
    { endpoint, kind: 'truncate' },
    (broken, normal) => {
      expect(broken.status).toBe(200);
      expect(broken.isComplete).toBe(false);
      expect(broken.headers?.['content-length']).toBe(normal.headers?.['content-length']);
      const half = broken.body?.slice(0, -1) ?? '?';
      expect(normal.body?.startsWith(half)).toBe(true);
      expect(half.length / (normal.body?.length ?? 0)).toBeCloseTo(0.5, 1);
    },
  ],
  [
    'malformed JSON',
    { endpoint, kind: 'malformed-json' },
    (broken) => {
      expect(broken).toMatchObject({ status: 200, isComplete: true });
      expect(broken.headers?.['content-type']).toMatch('application/json');
      expect(() => parse(broken)).toThrow(SyntaxError);
    },
  ],
  [
    'a row with a missing field',
    { endpoint, kind: 'missing-field', field: 'bookings.0.spaces' },
    (broken, normal) => {
      expect(normal).toHaveProperty('body', expect.stringContaining('"spaces"'));
      expect(parse(broken)).not.toHaveProperty('data.0.bookings.0.spaces');
      expect(parse(broken)).toHaveProperty('data.0.bookings.0.id');
    },
  ],
  [
    'a row with a wrongly typed field',
    { endpoint, kind: 'wrong-type', field: 'bookings.0.spaces' },
    (broken) => expect(parse(broken)).toHaveProperty('data.0.bookings.0.spaces', 'unexpected'),
  ],
  [
    'undocumented values',
    { endpoint, kind: 'unknown-values' },
    (broken) => expect(parse(broken)).toHaveProperty('data.0.bookings.0.payment.method', 'VOUCHER'),
  ],
  [
    'undocumented fields',
    { endpoint, kind: 'extra-fields' },
    (broken) => {
      expect(parse(broken)).toHaveProperty('new_in_reservie');
      expect(parse(broken)).toHaveProperty('data.0.bookings.0.event.date.new_in_reservie.flags', [1, 2]);
    },
  ],
])('%s: seen while it is on, gone when it is off', async (_, order, expectBroken) => {
  const { faults, see } = await startOnTheWire();
  const before = await see(BOOKINGS);
  expect(before).toMatchObject({ status: 200, isComplete: true });
  const id = faults.add(order);
  expectBroken(await see(BOOKINGS), before);
  expect((await see(PROFILE)).status).toBe(200);
  faults.remove(id);
  expect((await see(BOOKINGS)).body).toBe(before.body);
});

test('latency: the answer takes as long as ordered', async () => {
  const { faults, see } = await startOnTheWire();
  faults.add({ endpoint: 'getProfile', kind: 'latency', ms: 150, jitterMs: 50 });
  const started = performance.now();
  expect((await see(PROFILE)).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThanOrEqual(149);
});

test('latency that is off again delays nothing', async () => {
  const { faults, see } = await startOnTheWire();
  faults.remove(faults.add({ endpoint: 'getProfile', kind: 'latency', ms: 600_000 }));
  // Ten minutes would outlast the test.
  expect((await see(PROFILE)).status).toBe(200);
});

test('a hanging call gets no answer while others do, and closing the sandbox ends it', async () => {
  const { close, faults, see } = await startOnTheWire();
  faults.add({ endpoint: 'getProfile', kind: 'hang', count: 1 });
  let hasEnded = false;
  const hanging = see(PROFILE).then((seen) => {
    hasEnded = true;
    return seen;
  });
  expect((await see(BOOKINGS)).status).toBe(200);
  expect((await see(PROFILE)).status).toBe(200);
  expect(hasEnded).toBe(false);
  await close();
  expect(await hanging).toHaveProperty('error');
});

test('a total that drifts: each page claims more than the last', async () => {
  const { faults, see } = await startOnTheWire();
  const page = async (number: number) => parse(await see(`${BOOKINGS}&pageSize=1&page=${number}`));
  const { total } = parse<{ total: number }>(await see(`${BOOKINGS}&pageSize=1`));
  const id = faults.add({ endpoint, kind: 'drifting-total', by: 2 });
  expect(await page(0)).toHaveProperty('total', total);
  expect(await page(1)).toHaveProperty('total', total + 2);
  expect(await page(2)).toHaveProperty('total', total + 4);
  faults.remove(id);
  expect(await page(1)).toHaveProperty('total', total);
});

test.each(['reset', 'hang'] as const)(
  '%s after the call was carried out: the write stays, its answer is lost',
  async (kind) => {
    const { faults, see } = await startOnTheWire();
    faults.add({ endpoint: 'updateProfile', kind, when: 'after', count: 1 });
    const body = { firstname: 'Janet', lastname: 'Smith', email: 'jane@example.com' };
    const given = new AbortController();
    const write = see(PROFILE, { method: 'PUT', body, signal: given.signal });
    await expect.poll(async () => parse(await see(PROFILE))).toHaveProperty('data.firstname', 'Janet');
    given.abort();
    expect(await write).toHaveProperty('error');
  },
);

test('503 after the call was carried out: the write stays', async () => {
  const { faults, see } = await startOnTheWire();
  faults.add({ endpoint: 'updateProfile', kind: 'status', status: 503, when: 'after', count: 1 });
  const body = { firstname: 'Janet', lastname: 'Smith', email: 'jane@example.com' };
  expect((await see(PROFILE, { method: 'PUT', body })).status).toBe(503);
  expect(parse(await see(PROFILE))).toHaveProperty('data.firstname', 'Janet');
});
