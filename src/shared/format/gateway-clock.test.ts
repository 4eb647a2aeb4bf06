import { afterEach, expect, test, vi } from 'vitest';
import {
  describeClockError,
  gatewayClockOffset,
  gatewayTime,
  measureOffset,
  noteGatewayClock,
  onGatewayClock,
  watchGatewayClock,
} from './gateway-clock.ts';

const YEAR = 365 * 86_400_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');

afterEach(() => {
  noteGatewayClock({ gatewayNow: 0, askedAt: 0, answeredAt: 0 });
  vi.useRealTimers();
});

test.each([
  ['the same clock', NOW, NOW, NOW, 0],
  ['within what the network explains', NOW + 1_400, NOW, NOW + 100, 0],
  ['a slow answer explains more', NOW + 9_000, NOW, NOW + 20_000, 0],
  ['a minute slow', NOW + 60_000, NOW, NOW + 200, 59_900],
  ['a year behind', NOW + YEAR, NOW, NOW, YEAR],
  ['an hour ahead', NOW - 3_600_000, NOW, NOW, -3_600_000],
  ['a gateway that says nothing legible', Number.NaN, NOW, NOW, 0],
])('%s', (_, gatewayNow, askedAt, answeredAt, offset) => {
  expect(measureOffset({ gatewayNow, askedAt, answeredAt })).toBe(offset);
});

test('"today" comes from the gateway on a computer that is a year behind', () => {
  vi.useFakeTimers({ now: NOW - YEAR });
  const told = vi.fn<() => void>();
  const leave = watchGatewayClock(told);
  noteGatewayClock({ gatewayNow: NOW, askedAt: Date.now(), answeredAt: Date.now() });
  expect(new Date(gatewayTime()).toISOString().slice(0, 10)).toBe('2026-11-25');
  expect(onGatewayClock(Date.now() - 5_000)).toBe(NOW - 5_000);
  // Set right while the page is open.
  vi.setSystemTime(NOW);
  noteGatewayClock({ gatewayNow: NOW, askedAt: NOW, answeredAt: NOW });
  expect(gatewayClockOffset()).toBe(0);
  expect(told).toHaveBeenCalledTimes(2);
  leave();
});

test('a difference that only trembles is told once', () => {
  const told = vi.fn<() => void>();
  const leave = watchGatewayClock(told);
  noteGatewayClock({ gatewayNow: NOW + 90_000, askedAt: NOW, answeredAt: NOW });
  noteGatewayClock({ gatewayNow: NOW + 90_900, askedAt: NOW, answeredAt: NOW });
  expect(told).toHaveBeenCalledTimes(1);
  leave();
});

test.each([
  [0, undefined],
  [60_000, undefined],
  [-60_000, undefined],
  [61_000, '1 minute slow'],
  [-5 * 60_000, '5 minutes fast'],
  [3 * 3_600_000, '3 hours slow'],
  [-36 * 3_600_000, '2 days fast'],
  [YEAR, '365 days slow'],
  [2 * YEAR, '2 years slow'],
])('an offset of %i ms is said as %j', (offset, words) => {
  expect(describeClockError(offset)).toBe(words);
});
