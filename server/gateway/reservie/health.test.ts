import { expect, test } from 'vitest';
import { HealthRecord } from './health.ts';

function start() {
  const time = { now: 1_000 };
  return { time, health: new HealthRecord(() => time.now) };
}

test('is ok until something says otherwise', () => {
  expect(start().health.read(undefined, 0)).toEqual({ state: 'ok', since: 1_000, missingScopes: [] });
});

test('is slow when three of the last eight calls were, and no longer than two minutes', () => {
  const { time, health } = start();
  for (const ms of [3_000, 10, 3_000, 10]) health.recordDuration(ms);
  expect(health.read(undefined, 0).state).toBe('ok');
  health.recordDuration(8_000);
  expect(health.read(undefined, 0).state).toBe('slow');
  time.now += 120_000;
  expect(health.read(undefined, 0)).toMatchObject({ state: 'ok', since: 121_000 });
});

test('quick calls push slow ones out', () => {
  const { health } = start();
  for (let turn = 0; turn < 3; turn += 1) health.recordDuration(3_000);
  for (let turn = 0; turn < 6; turn += 1) health.recordDuration(10);
  expect(health.read(undefined, 0).state).toBe('ok');
});

test('is limited while Reservie asked for a pause, or a page would wait', () => {
  const { time, health } = start();
  health.recordLimited(30_000);
  expect(health.read(undefined, 0)).toMatchObject({ state: 'limited', since: 1_000 });
  time.now += 30_000;
  expect(health.read(undefined, 0).state).toBe('ok');
  expect(health.read(undefined, 3_000).state).toBe('limited');
});

test('is down since the breaker says so', () => {
  const { time, health } = start();
  time.now += 5_000;
  expect(health.read(2_000, 0)).toMatchObject({ state: 'down', since: 2_000 });
  time.now += 1_000;
  expect(health.read(undefined, 0)).toMatchObject({ state: 'ok', since: 7_000 });
});

test('is refused from the first refusal until something is granted', () => {
  const { time, health } = start();
  health.recordRefused();
  time.now += 9_000;
  health.recordRefused();
  expect(health.read(500, 9_000)).toMatchObject({ state: 'refused', since: 1_000 });
  health.recordGranted(undefined);
  expect(health.read(undefined, 0).state).toBe('ok');
});

test('names the scopes that are missing until they work', () => {
  const { health } = start();
  health.recordMissingScope('notes:read');
  health.recordMissingScope('bookings:read');
  expect(health.read(undefined, 0)).toMatchObject({ state: 'ok', missingScopes: ['bookings:read', 'notes:read'] });
  health.recordGranted('notes:read');
  expect(health.read(undefined, 0).missingScopes).toEqual(['bookings:read']);
});
