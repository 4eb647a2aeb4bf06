import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import { makeProcessDatabase } from '../testing/test-database.ts';

const PROGRAM = join(import.meta.dirname, '../migrate.ts');
const UP_TO_DATE = 'The tables are up to date.\n';

let dataDir: string;
let database: Awaited<ReturnType<typeof makeProcessDatabase>>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'migrate-'));
  database = await makeProcessDatabase();
});
afterAll(async () => {
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function migrate(env: Record<string, string> = {}): Promise<Run> {
  const settings = { PATH: process.env['PATH'], DATA_DIR: dataDir, ...database.env, ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', PROGRAM], { env: settings }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

async function applied(): Promise<{ name: string; timestamp: string }[]> {
  const url = database.env['DATABASE_URL'];
  const store = await openStore(url === undefined ? { file: join(dataDir, 'demo-desk.db') } : { url });
  const rows = await store.db
    .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    .selectFrom('kysely_migration')
    .select(['name', 'timestamp'])
    .orderBy('name')
    .execute();
  await store.close();
  return rows;
}

test('makes the tables, and a second time changes nothing', { timeout: 60_000 }, async () => {
  expect(await migrate()).toEqual({ status: 0, stdout: UP_TO_DATE, stderr: '' });
  const first = await applied();
  expect(first.length).toBeGreaterThan(10);
  expect(await migrate()).toEqual({ status: 0, stdout: UP_TO_DATE, stderr: '' });
  expect(await applied()).toEqual(first);
});

test('says in one sentence what stops it, and that it failed', { timeout: 60_000 }, async () => {
  const nowhere = { DATABASE_URL: 'postgres://desk@127.0.0.1:1/desk' };
  const { status, stdout, stderr } = await migrate(nowhere);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe('The database that DATABASE_URL names does not answer: start it, or check the address.\n');
});

test.runIf(process.env['STORE'] === 'postgres')(
  'with an account that may not make tables, names the one that it needs',
  { timeout: 60_000 },
  async () => {
    const empty = await makeProcessDatabase();
    const url = new URL(empty.env['DATABASE_URL'] ?? '');
    const role = `guest_${url.pathname.slice(1)}`;
    const owner = new Client({ connectionString: url.href });
    await owner.connect();
    await owner.query(`create role ${role} login; grant usage on schema public to ${role}`);
    url.username = role;
    const { status, stderr } = await migrate({ DATABASE_URL: url.href });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The account in DATABASE_URL may not make tables: .*\n$/);
    await owner.query(`drop owned by ${role}; drop role ${role}`);
    await owner.end();
    await empty.remove();
  },
);
