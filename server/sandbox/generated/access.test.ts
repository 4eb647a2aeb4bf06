import { expect, test } from 'vitest';
import { ALL_SCOPES } from '../auth/authorize.ts';
import { type DocumentedOperation, openDocumentedSandbox } from '../testing/documented-sandbox.ts';
import { dereference } from '../testing/parameter-values.ts';

const { document, operations, sandbox, send } = await openDocumentedSandbox();
const guarded = operations.filter(({ scope }) => scope !== undefined);
const withIds = operations.flatMap((called) => called.pathParameters.map(({ name }) => ({ called, name })));

async function tokenFor(scopes: readonly string[]): Promise<Record<string, string>> {
  const { id, secret } = sandbox.clients.create('Guest', scopes);
  const body = { client_id: id, client_secret: secret };
  const answer = await sandbox.app.inject({ method: 'POST', url: '/token', body });
  return { authorization: `Bearer ${answer.json<{ access_token: string }>().access_token}` };
}

function isMalformed({ pathParameters }: DocumentedOperation, name: string, id: string): boolean {
  const parameter = pathParameters.find((candidate) => candidate.name === name);
  return !new RegExp(String(dereference(parameter?.schema ?? {}, document)['pattern'])).test(id);
}

test('every endpoint but the token needs a scope', () => {
  expect(operations.filter(({ scope }) => scope === undefined).map(({ name }) => name)).toEqual(['createToken']);
});

test.each(operations)('$name answers as documented', async (called) => {
  expect((await send(called)).statusCode).toBe(200);
});

test.each(guarded)('$name needs a token', async (called) => {
  for (const authorization of ['', 'Bearer ', 'Bearer wrong', 'Basic d3Jvbmc6d3Jvbmc=', 'Bearer a b']) {
    const answer = await send(called, { headers: { authorization } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: 'invalid_token' });
  }
});

test.each(guarded)('$name is open to $scope alone', async (called) => {
  const own = called.scope ?? '';
  expect((await send(called, { headers: await tokenFor([own]) })).statusCode).toBe(200);
  const others = ALL_SCOPES.filter((scope) => scope !== own);
  const refused = await send(called, { headers: await tokenFor(others) });
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toEqual({ error: 'insufficient_scope', message: `This API client lacks the scope ${own}` });
});

test.each(guarded)('$name looks at the token first, then at the scope, then at the request', async (called) => {
  const query: [string, string][] = called.query.map(({ name }) => [name, 'nonsense']);
  const params = Object.fromEntries(called.pathParameters.map(({ name }) => [name, 'nonsense']));
  const wrong = { query, params };
  expect((await send(called, { ...wrong, headers: { authorization: 'Bearer wrong' } })).statusCode).toBe(401);
  expect((await send(called, { ...wrong, headers: await tokenFor([]) })).statusCode).toBe(403);
});

test.each(guarded)('$name answers 429 with Retry-After once the budget is spent', async (called) => {
  const headers = await tokenFor([called.scope ?? '']);
  sandbox.budget.perMinute = 1;
  try {
    expect((await send(called, { headers })).statusCode).toBe(200);
    const refused = await send(called, { headers });
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
  } finally {
    sandbox.budget.perMinute = 0;
  }
});

test.each(withIds)('$called.name: $name of no record is 404', async ({ called, name }) => {
  const { pattern } = dereference(called.pathParameters.find((p) => p.name === name)?.schema ?? {}, document);
  const prefix = /^\^([a-z_-]+?)\[/.exec(String(pattern))?.[1];
  expect(prefix).toBeDefined();
  for (const id of [`${prefix}999999999`, `${prefix}0`, `${prefix}x`, `${prefix}${'9'.repeat(64)}`]) {
    const answer = await send(called, { params: { [name]: id } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: 'not_found' });
  }
});

test.each(withIds)('$called.name: a malformed $name names no record either', async ({ called, name }) => {
  const malformed = [
    '123',
    'x',
    'cust_',
    'CUST_123',
    'cust_1 2',
    'cust_1/..',
    "cust_1'--",
    'cust_\u0000',
    'cust_é',
    `cust_${'9'.repeat(500)}`,
  ];
  for (const id of malformed) {
    expect(isMalformed(called, name, id)).toBe(true);
    expect((await send(called, { params: { [name]: id } })).statusCode).toBe(404);
  }
});

test.each([
  ['GET', '/'],
  ['GET', '/token'],
  ['POST', '/customers'],
  ['DELETE', '/customer/cust_123/profile'],
  ['GET', '/customer/cust_123'],
  ['GET', '/customers/cust_123/profile'],
] as const)('%s %s is not there', async (method, url) => {
  const answer = await sandbox.app.inject({ method, url });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual({ error: 'not_found', message: `There is no ${method} ${url}` });
});

test.each(['/customer/%/profile', '/customer/%ff/profile', `/customer/cust_${'9'.repeat(2000)}/profile`])(
  'the address %s cannot be read',
  async (url) => {
    const answer = await sandbox.app.inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: 'invalid_request', message: 'The address is not valid' });
  },
);

test('a body beyond 64 kB is refused', async () => {
  const body = { client_id: 'x'.repeat(65_536), client_secret: '' };
  const answer = await sandbox.app.inject({ method: 'POST', url: '/token', body });
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toEqual({ error: 'too_large', message: 'The request body is too large' });
});
