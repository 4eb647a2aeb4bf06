import { expect, test } from 'vitest';
import { type Behaviour, cut, json, reset, text } from '../testing/fake-reservie.ts';
import { type GatewayUnderTest, JANE, startGateway } from '../testing/gateway-under-test.ts';

const URL = '/api/customers/cust_123/profile';
const READ = 'GET /customer/cust_123/profile';
const WRITE = 'PUT /customer/cust_123/profile';
const REQUIRED = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };
const saved = json(200, { message: 'Profile updated successfully' });

function profile(changes: object = {}): Behaviour {
  return json(200, { data: { ...JANE, ...changes } });
}

function written({ upstream }: GatewayUnderTest): unknown[] {
  return upstream.calls.filter((call) => call.operation === WRITE).map((call) => JSON.parse(call.body) as unknown);
}

test('reads again, writes the whole profile, answers what was written', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile({ lastname: 'Jones' }), profile({ lastname: 'Jones', firstname: 'Janet' }));
  gateway.upstream.behave(WRITE, saved);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { data: { ...JANE, firstname: 'Janet', lastname: 'Jones' } },
  ]);
  expect(written(gateway)).toEqual([{ ...REQUIRED, firstname: 'Janet', lastname: 'Jones' }]);
  expect(gateway.upstream.calls.map((call) => call.operation)).toEqual([READ, WRITE, READ]);
});

test('removes a mobile by sending an empty one', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile(), profile({ mobile: null }));
  gateway.upstream.behave(WRITE, saved);
  const answer = await gateway.patch(URL, { mobile: { from: JANE.mobile, to: '' } });
  expect(answer.json()).toEqual({ data: { ...JANE, mobile: '' } });
  expect(written(gateway)).toEqual([{ ...REQUIRED, mobile: '' }]);
});

test('a read that lags the write does not contradict it, now or a minute later', async () => {
  let now = 0;
  const gateway = await startGateway({ clock: () => now });
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, saved);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect(answer.json()).toMatchObject({ data: { firstname: 'Janet' } });
  now += 60_000;
  expect((await gateway.ask(URL)).json()).toMatchObject({ data: { firstname: 'Janet' } });
  const next = await gateway.patch(URL, { lastname: { from: 'Smith', to: 'Jones' } });
  expect(next.json()).toMatchObject({ data: { firstname: 'Janet', lastname: 'Jones' } });
  expect(written(gateway)[1]).toEqual({ ...REQUIRED, firstname: 'Janet', lastname: 'Jones' });
});

test('a failed reading back does not make a saved change look lost', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile(), text(500, ''));
  gateway.upstream.behave(WRITE, saved);
  const answer = await gateway.patch(URL, { email: { from: JANE.email, to: 'janet@example.com' } });
  expect([answer.statusCode, answer.json()]).toEqual([200, { data: { ...JANE, email: 'janet@example.com' } }]);
});

test('a field that another user changed is a conflict, and nothing is written', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile({ email: 'private@example.com' }));
  const answer = await gateway.patch(URL, { email: { from: JANE.email, to: 'janet@example.com' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    409,
    { code: 'conflict', fields: { email: 'Now “private@example.com” in Reservie' } },
  ]);
  expect(written(gateway)).toEqual([]);
  expect(gateway.log.join('')).not.toContain('private@example.com');
});

test('nothing is written when Reservie says it already', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile({ firstname: 'Janet' }));
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect(answer.json()).toEqual({ data: { ...JANE, firstname: 'Janet' } });
  expect(written(gateway)).toEqual([]);
});

test.each([
  ['400', json(400, { error: 'bad', message: 'Email already exists' })],
  ['409', json(409, { error: 'conflict', message: 'e-mail' })],
  ['409 without words', text(409, '')],
])('a taken e-mail address, said with %s, is told on the field', async (_, refusal) => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, refusal);
  const answer = await gateway.patch(URL, { email: { from: JANE.email, to: 'taken@example.com' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { code: 'invalid_request', fields: { email: 'Another customer already signs in with this address' } },
  ]);
});

test('another refusal is passed on in Reservie’s words, and not logged', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, json(400, { error: 'bad', message: 'that is too rude' }));
  const answer = await gateway.patch(URL, { lastname: { from: 'Smith', to: 'Rude' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { message: 'that is too rude' }]);
  expect(gateway.log.join('')).not.toContain('rude');
});

test.each([
  ['a broken connection', reset, 503, 'reservie_unavailable'],
  ['a fault of Reservie', text(500, ''), 503, 'reservie_unavailable'],
  ['a missing scope', text(403, ''), 403, 'missing_scope'],
  ['the budget', text(429, '', { 'retry-after': '2' }), 429, 'rate_limited'],
  ['a deleted customer', text(404, ''), 404, 'not_found'],
])('%s while writing is an error, and the write is not repeated', async (_, behaviour, status, code) => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, behaviour);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([status, { code }]);
  expect(written(gateway)).toHaveLength(1);
});

test('a write whose answer was lost counts as done when reading back shows it', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile(), profile({ firstname: 'Janet' }));
  gateway.upstream.behave(WRITE, reset);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { data: { firstname: 'Janet' } }]);
  expect(written(gateway)).toHaveLength(1);
});

test('a write whose answer was lost warns that it may have been done', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, reset);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect(answer.json()).toMatchObject({ message: expect.stringContaining('may or may not be saved') as unknown });
});

test('a write answered 200 is done although its answer was cut', async () => {
  const gateway = await startGateway();
  gateway.upstream.behave(READ, profile());
  gateway.upstream.behave(WRITE, cut);
  const answer = await gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { data: { firstname: 'Janet' } }]);
});

test('two saves of one customer at once both survive', async () => {
  const gateway = await startGateway();
  const stored: Record<string, unknown> = { ...JANE };
  gateway.upstream.behave(READ, (response) => json(200, { data: stored })(response));
  gateway.upstream.behave(WRITE, (response) => {
    Object.assign(stored, written(gateway).at(-1));
    saved(response);
  });
  await Promise.all([
    gateway.patch(URL, { firstname: { from: 'Jane', to: 'Janet' } }),
    gateway.patch(URL, { lastname: { from: 'Smith', to: 'Jones' } }),
  ]);
  expect(stored).toMatchObject({ firstname: 'Janet', lastname: 'Jones' });
});

test.each([
  ['nothing', {}, ['body']],
  ['an unknown field', { password: { from: '', to: 'x' } }, ['body']],
  ['a bad e-mail', { email: { from: 'a@b.cd', to: 'no address' } }, ['email.to']],
  ['an empty name', { firstname: { from: 'Jane', to: '  ' } }, ['firstname.to']],
  ['a change without its beginning', { firstname: { to: 'Janet' } }, ['firstname.from']],
  ['a list', [], ['body']],
])('refuses %s before Reservie is asked', async (_, body, fields) => {
  const gateway = await startGateway();
  const answer = await gateway.patch(URL, body);
  expect(answer.statusCode).toBe(400);
  expect(Object.keys(answer.json<{ fields: object }>().fields)).toEqual(fields);
  expect(gateway.upstream.calls).toEqual([]);
});
