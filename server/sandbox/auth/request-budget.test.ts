import { expect, test } from 'vitest';
import { startSandbox } from '../testing/sandbox-under-test.ts';
import { RequestBudget } from './request-budget.ts';

const PROFILE = '/customer/cust_123/profile';

test('in any sixty seconds a client gets its budget and no more', () => {
  let now = 0;
  const budget = new RequestBudget(3, () => now);
  const granted: number[] = [];
  for (now = 0; now < 300_000; now += 500) if (budget.take('a') === 0) granted.push(now);
  for (const from of granted) {
    expect(granted.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(3);
  }
  expect(granted).toHaveLength(15);
});

test('waiting as long as it says is enough, and not a millisecond too long', () => {
  let now = 0;
  const budget = new RequestBudget(2, () => now);
  budget.take('a');
  now = 10_000;
  budget.take('a');
  now = 25_000;
  expect(budget.take('a')).toBe(35_000);
  now += 34_999;
  expect(budget.take('a')).toBe(1);
  now += 1;
  expect(budget.take('a')).toBe(0);
});

test('the default is a hundred a minute, then 429 with the seconds to wait', async () => {
  const { call, pass } = await startSandbox();
  for (let made = 0; made < 100; made += 1) expect((await call({ url: PROFILE })).statusCode).toBe(200);
  pass(20_500);
  const refused = await call({ url: PROFILE });
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('40');
  expect(refused.json()).toEqual({ error: 'too_many_requests', message: 'Too many requests: try again in 40 s' });
  pass(39_500);
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});

test('one client’s calls do not spend another’s budget', async () => {
  const { app, call, clients, token } = await startSandbox({ budgetPerMinute: 1 });
  const other = await token(clients.create('Other', ['profile:read']));
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
  expect((await call({ url: PROFILE })).statusCode).toBe(429);
  const answer = await app.inject({ url: PROFILE, headers: { authorization: `Bearer ${other}` } });
  expect(answer.statusCode).toBe(200);
});

test('a refused scope costs a request, a refused token does not', async () => {
  const { app, call } = await startSandbox({ budgetPerMinute: 1, scopes: ['profile:read'] });
  await app.inject({ url: PROFILE, headers: { authorization: 'Bearer wrong' } });
  expect((await call({ url: '/customers' })).statusCode).toBe(403);
  expect((await call({ url: PROFILE })).statusCode).toBe(429);
});

test('a budget of 0 is no limit', async () => {
  const { call } = await startSandbox({ budgetPerMinute: 0 });
  const answers = await Promise.all(Array.from({ length: 150 }, () => call({ url: PROFILE })));
  expect(answers.every((answer) => answer.statusCode === 200)).toBe(true);
});

test('the studio’s clock standing still does not hold budgets back', async () => {
  const { call, clock, pass } = await startSandbox({ budgetPerMinute: 1 });
  clock.set(clock.now(), false);
  await call({ url: PROFILE });
  pass(60_000);
  expect((await call({ url: PROFILE })).statusCode).toBe(200);
});
