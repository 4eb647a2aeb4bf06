import { expect, test } from 'vitest';
import { parseRetryAfter, problemOfAnswer, problemOfException, problemOfTokenAnswer } from './errors.ts';

const NOW = Date.parse('2026-03-03T09:00:00Z');

test.each([
  ['7', 7_000],
  [' 0 ', 0],
  ['1.5', 1_500],
  ['0.0005', 1],
  ['-1', undefined],
  ['10 minutes', undefined],
  ['2026-03-03', undefined],
  ['', undefined],
  ['Tue, 03 Mar 2026 09:00:30 GMT', 30_000],
  ['Tue, 03 Mar 2026 08:00:00 GMT', 0],
  ['99999999', 3_600_000],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %s means %s ms', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

test.each([
  [400, 'invalid_request'],
  [401, 'reservie_refused'],
  [403, 'missing_scope'],
  [404, 'not_found'],
  [409, 'invalid_request'],
  [418, 'reservie_malformed'],
  [301, 'reservie_malformed'],
  [429, 'rate_limited'],
  [500, 'reservie_unavailable'],
  [599, 'reservie_unavailable'],
])('a data call’s %i is %s', (status, code) => {
  expect(problemOfAnswer({ status, body: '' }, 'notes:read', NOW).code).toBe(code);
});

test.each([
  [400, 'reservie_refused'],
  [401, 'reservie_refused'],
  [403, 'reservie_refused'],
  [404, 'reservie_malformed'],
  [429, 'rate_limited'],
  [502, 'reservie_unavailable'],
])('a token request’s %i is %s', (status, code) => {
  expect(problemOfTokenAnswer({ status, body: '' }, NOW).code).toBe(code);
});

test('what Reservie said is kept aside, not made the message', () => {
  const body = JSON.stringify({ error: 'bad', message: 'x'.repeat(300) });
  const problem = problemOfAnswer({ status: 400, body }, undefined, NOW);
  expect(problem.details.upstreamMessage).toBe('x'.repeat(200));
  expect(problem.message).not.toContain('x'.repeat(10));
});

test.each([
  ['ECONNREFUSED', 'reservie_unavailable'],
  ['ENOTFOUND', 'reservie_unavailable'],
  ['CERT_HAS_EXPIRED', 'reservie_unavailable'],
  ['UND_ERR_SOCKET', 'reservie_unavailable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'reservie_timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'reservie_timeout'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'reservie_malformed'],
])('the exception %s is %s, without its own words', (code, expected) => {
  const problem = problemOfException(Object.assign(new Error('connect 10.0.0.1:443'), { code }));
  expect(problem.code).toBe(expected);
  expect(problem.message).not.toContain('10.0.0.1');
});
