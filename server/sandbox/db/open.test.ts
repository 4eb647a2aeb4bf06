import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCustomerStore } from './customers.ts';
import { openDatabase } from './open.ts';
import { selectOne } from './query.ts';
import { isSeeded, seed } from './seed/seed.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-db-'));
  file = join(folder, 'sandbox.db');
  const database = openDatabase(file);
  seed(database, { customers: 40, bookings: 0, now: Date.parse('2026-06-15T12:00:00Z') });
  database.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('what was edited is still there after a restart, and nothing is seeded again', () => {
  const first = openDatabase(file);
  createCustomerStore(first).edit('cust_456', { mobile: '07700900999' });
  first.close();
  const second = openDatabase(file);
  expect(isSeeded(second)).toBe(true);
  expect(createCustomerStore(second).profile('cust_456')?.mobile).toBe('07700900999');
  second.close();
});

test('the list shows what another connection wrote, and what another store of this one wrote', () => {
  const [here, elsewhere] = [openDatabase(file), openDatabase(file)];
  const customers = createCustomerStore(here);
  const names = () => customers.list().map((each) => each.firstname);
  expect(names()).toContain('Jane');
  createCustomerStore(elsewhere).edit('cust_123', { firstname: 'Janet' });
  expect(names()).toContain('Janet');
  createCustomerStore(here).edit('cust_123', { firstname: 'Janice' });
  expect(names()).toContain('Janice');
  here.close();
  elsewhere.close();
});

test('it writes ahead, so that readers and a writer do not wait for each other', () => {
  const database = openDatabase(file);
  expect(selectOne(database, 'PRAGMA journal_mode')()).toEqual({ journal_mode: 'wal' });
  database.close();
});
