import { expect, test } from 'vitest';
import { SECRET, json } from '../testing/fake-reservie.ts';
import { JANE, startGateway } from '../testing/gateway-under-test.ts';
import { describeFault } from './request-log.ts';

test('one line for each answer: what, how it ended, how long it took, under the id that the answer carries', async () => {
  const { ask, upstream, log } = await startGateway();
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  const good = await ask('/api/customers/cust_123/profile');
  await ask('/api/customers/cust_404/profile');
  expect(log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { reqId: good.headers['x-request-id'], method: 'GET', path: '/api/customers/cust_123/profile', status: 200 },
    { path: '/api/customers/cust_404/profile', status: 404, code: 'not_found' },
  ]);
});

test('neither addresses, queries, bodies nor credentials are logged', async () => {
  const { ask, upstream, log, patch } = await startGateway();
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  upstream.behave('PUT /customer/cust_123/profile', json(400, { error: 'x', message: 'jane@example.com is taken' }));
  await ask('/api/customers/jane@example.com/profile?email=jane@example.com');
  await ask('/api/jane@example.com');
  await ask('/customers?q=jane');
  await patch('/api/customers/cust_123/profile', { firstname: { from: 'Jane', to: 'Janet' } });
  await patch('/api/customers/cust_123/profile', { email: { from: 'jane', to: 'jane' } });
  expect(log).toHaveLength(5);
  expect(log.join('')).not.toMatch(/jane/i);
  for (const secret of [SECRET, 'token-1', 'm2m_test', 'Bearer']) expect(log.join('')).not.toContain(secret);
});

test('a request id from outside is not believed', async () => {
  const { ask, log } = await startGateway();
  const answer = await ask({ url: '/api/studio', headers: { 'request-id': 'jane', 'x-request-id': 'jane' } });
  expect(answer.headers['x-request-id']).not.toBe('jane');
  expect(log.join('')).not.toContain('jane');
});

test('a fault is logged with its place, without what JSON.parse quotes', () => {
  let fault: unknown;
  try {
    JSON.parse('jane@example.com');
  } catch (error) {
    fault = error;
  }
  const described = describeFault(fault);
  expect(described.type).toBe('SyntaxError');
  expect(described.stack).toContain('request-log.test.ts');
  expect(JSON.stringify(described)).not.toContain('jane');
});
