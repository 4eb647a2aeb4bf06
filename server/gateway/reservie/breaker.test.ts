import { expect, test } from 'vitest';
import { type Outcome, Breaker } from './breaker.ts';

function start() {
  const time = { now: 0 };
  const breaker = new Breaker(() => time.now);
  function call(operation: string, outcome: Outcome, times = 1): void {
    for (let turn = 0; turn < times; turn += 1) breaker.enter(operation, true)(outcome);
  }
  return { time, breaker, call };
}

test('one operation that fails five times rests, and the others go on', () => {
  const { breaker, call } = start();
  call('profile', 'failed', 5);
  expect(() => breaker.enter('profile', true)).toThrow(expect.objectContaining({ details: { retryAfterMs: 5_000 } }));
  expect(breaker.restMs('bookings', true)).toBe(0);
  expect(breaker.downSince).toBeUndefined();
});

test('when several fail and none succeeds, everything rests', () => {
  const { time, breaker, call } = start();
  call('profile', 'failed', 3);
  call('bookings', 'failed', 1);
  time.now = 700;
  call('bookings', 'failed', 1);
  expect(() => breaker.enter('notes', true)).toThrow(expect.objectContaining({ code: 'reservie_unavailable' }));
  expect(breaker.downSince).toBe(700);
});

test('a success in between means that it works', () => {
  const { breaker, call } = start();
  for (let turn = 0; turn < 10; turn += 1) {
    call('profile', 'failed', 2);
    call('bookings', 'failed', 2);
    call('profile', 'answered');
    call('bookings', 'answered');
  }
  expect(breaker.restMs('profile', true)).toBe(0);
});

test('what says nothing either way counts for nothing', () => {
  const { breaker, call } = start();
  call('profile', 'failed', 4);
  call('profile', 'neither', 9);
  expect(breaker.restMs('profile', true)).toBe(0);
  call('profile', 'failed');
  expect(breaker.restMs('profile', true)).toBe(5_000);
});

test('after the rest one read tries, alone, and no write does', () => {
  const { time, breaker, call } = start();
  call('profile', 'failed', 3);
  call('bookings', 'failed', 2);
  time.now += 5_000;
  expect(breaker.restMs('save', false)).toBeGreaterThan(0);
  const leave = breaker.enter('profile', true);
  expect(() => breaker.enter('profile', true)).toThrow('has not been answering');
  leave('answered');
  expect(breaker.restMs('save', false)).toBe(0);
});

test('saves that fail alone never rest: only another save could find out that they work again', () => {
  const { breaker } = start();
  for (let turn = 0; turn < 20; turn += 1) breaker.enter('save', false)('failed');
  expect(breaker.restMs('save', false)).toBe(0);
  expect(breaker.downSince).toBeUndefined();
});

test('each failed try doubles the rest, up to 20 s, and it is down since the first', () => {
  const { time, breaker, call } = start();
  call('profile', 'failed', 3);
  call('bookings', 'failed', 2);
  const rests: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const restMs = breaker.restMs('notes', true);
    rests.push(restMs);
    time.now += restMs;
    call('notes', 'failed');
  }
  expect(rests).toEqual([5_000, 10_000, 20_000, 20_000, 20_000, 20_000]);
  expect(breaker.downSince).toBe(0);
  time.now += 20_000;
  call('notes', 'answered');
  expect(breaker.downSince).toBeUndefined();
});

test('however often it failed, a call is let through within half a minute of the last failure', () => {
  const { time, breaker, call } = start();
  for (let failure = 0; failure < 200; failure += 1) {
    call(failure % 2 === 0 ? 'profile' : 'bookings', 'failed');
    time.now += Math.max(breaker.restMs('profile', true), breaker.restMs('bookings', true));
  }
  // A probe that is cut off at the very moment when Reservie works again.
  call('profile', 'failed');
  const waits = ['profile', 'bookings', 'notes'].map((operation) => breaker.restMs(operation, true));
  expect(Math.max(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
});

test('calls that left before the rest and fail in it do not lengthen it', () => {
  const { breaker } = start();
  const leaves = Array.from({ length: 20 }, () => breaker.enter('profile', true));
  for (const leave of leaves) leave('failed');
  expect(breaker.restMs('profile', true)).toBe(5_000);
});
