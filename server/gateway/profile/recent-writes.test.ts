import { expect, test } from 'vitest';
import { RecentWrites } from './recent-writes.ts';

const MINUTE = 60_000;
const before = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '1' };
const row = { id: 'cust_1', ...before };

test('the overlay corrects a read that has not caught up', () => {
  const writes = new RecentWrites();
  writes.record('cust_1', before, { ...before, firstname: 'Janet', mobile: '' }, 0);
  expect(writes.apply(row, MINUTE)).toEqual({ ...row, firstname: 'Janet', mobile: '' });
});

test('other customers are left alone', () => {
  const writes = new RecentWrites();
  writes.record('cust_2', before, { ...before, firstname: 'Janet' }, 0);
  expect(writes.apply(row, 0)).toBe(row);
});

test('it ends after five minutes', () => {
  const writes = new RecentWrites();
  writes.record('cust_1', before, { ...before, firstname: 'Janet' }, 0);
  expect(writes.apply(row, 5 * MINUTE - 1).firstname).toBe('Janet');
  expect(writes.apply(row, 5 * MINUTE).firstname).toBe('Jane');
});

test('a value that another user has written since wins, field by field', () => {
  const writes = new RecentWrites();
  writes.record('cust_1', before, { ...before, firstname: 'Janet', lastname: 'Jones' }, 0);
  expect(writes.apply({ ...row, firstname: 'Jenny' }, MINUTE)).toMatchObject({ firstname: 'Jenny', lastname: 'Jones' });
});

test('two writes in a row: reads may still show either older value', () => {
  const writes = new RecentWrites();
  writes.record('cust_1', before, { ...before, firstname: 'Janet' }, 0);
  writes.record('cust_1', { ...before, firstname: 'Janet' }, { ...before, firstname: 'Jenny' }, 1);
  expect(
    ['Jane', 'Janet', 'Jenny', 'Joan'].map((firstname) => writes.apply({ ...row, firstname }, 2).firstname),
  ).toEqual(['Jenny', 'Jenny', 'Jenny', 'Joan']);
});

test('an undone write: the first value is the right one again', () => {
  const writes = new RecentWrites();
  writes.record('cust_1', before, { ...before, firstname: 'Janet' }, 0);
  writes.record('cust_1', { ...before, firstname: 'Janet' }, before, 1);
  expect(['Jane', 'Janet'].map((firstname) => writes.apply({ ...row, firstname }, 2).firstname)).toEqual([
    'Jane',
    'Jane',
  ]);
});
