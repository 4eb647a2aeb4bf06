import { expect, test } from 'vitest';
import { Faults } from './faults.ts';

function kinds(faults: Faults, endpoint: string): string[] {
  return faults.hit(endpoint).map(({ fault }) => fault.kind);
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
