import { expect, test } from 'vitest';
import { Faults } from './faults.ts';
import { jitterAt } from './jitter.ts';

function kinds(faults: Faults, endpoint: string): string[] {
  return faults.hit(endpoint).map(({ fault }) => fault.kind);
}

function series(seed: number): number[] {
  return Array.from({ length: 200 }, (_, nth) => jitterAt(seed, nth));
}

test('a fault hits its own endpoint only', () => {
  const faults = new Faults();
  faults.add({ endpoint: 'getProfile', kind: 'hang' });
  expect(kinds(faults, 'getProfile')).toEqual(['hang']);
  expect(kinds(faults, 'listBookings')).toEqual([]);
});

test('* hits every endpoint, the token’s too', () => {
  const faults = new Faults();
  faults.add({ endpoint: '*', kind: 'status', status: 503 });
  expect(kinds(faults, 'createToken')).toEqual(['status']);
});

test('the next two calls, then it is gone by itself', () => {
  const faults = new Faults();
  faults.add({ endpoint: 'getProfile', kind: 'reset', count: 2 });
  expect([1, 2, 3].map(() => kinds(faults, 'getProfile').length)).toEqual([1, 1, 0]);
  expect(faults.list()).toEqual([]);
});

test('the third call and no other', () => {
  const faults = new Faults();
  faults.add({ endpoint: 'listBookings', kind: 'truncate', skip: 2, count: 1 });
  expect([1, 2, 3, 4].map(() => kinds(faults, 'listBookings').length)).toEqual([0, 0, 1, 0]);
});

test('several faults hit in the order in which they were switched on', () => {
  const faults = new Faults();
  faults.add({ endpoint: '*', kind: 'latency', ms: 5 });
  faults.add({ endpoint: 'getProfile', kind: 'reset' });
  expect(kinds(faults, 'getProfile')).toEqual(['latency', 'reset']);
  faults.clear();
  expect(kinds(faults, 'getProfile')).toEqual([]);
});

test('an order that makes no sense is refused', () => {
  const faults = new Faults();
  expect(() => faults.add({ endpoint: 'nothing', kind: 'hang' })).toThrow('No such endpoint');
  expect(() => faults.add({ endpoint: '*', kind: 'latency', ms: -1 })).toThrow('too_small');
  expect(faults.list()).toEqual([]);
});

test('jitter is the same for the same seed, and spreads', () => {
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
  const sorted = series(7).toSorted((a, b) => a - b);
  expect(sorted[0]).toBeGreaterThanOrEqual(0);
  expect(sorted[100]).toBeGreaterThan(0.3);
  expect(sorted[100]).toBeLessThan(0.7);
  expect(sorted[199]).toBeLessThan(1);
});
