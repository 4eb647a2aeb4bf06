import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainStart } from '../config/explain-start.ts';
import { makeProcessDatabase } from '../testing/test-database.ts';
import { startTestGateway } from '../testing/test-gateway.ts';
import { canDisableTriggers, checkDatabase } from './check-database.ts';
import { forgetCustomer } from './forgotten-customers.ts';
import { appendHistory, appendOutcome } from './history.ts';
import { openStore } from './open-store.ts';
import { removeOutdated } from './retention.ts';
import type { Store } from './store.ts';

/** What docs/operations.md tells the operator to run. */
const [, LINES = ''] = /```sql\n(create role desk_app[^`]+)```/.exec(
  readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8'),
) ?? ['', ''];

describe.runIf(process.env['STORE'] === 'postgres')('the gateway’s account, which does not own the tables', () => {
  let database: Awaited<ReturnType<typeof makeProcessDatabase>>;
  let ownerUrl: URL;
  let role: string;
  let app: Store;

  async function asOwner(statement: string): Promise<void> {
    const client = new Client({ connectionString: ownerUrl.href });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  beforeAll(async () => {
    database = await makeProcessDatabase();
    ownerUrl = new URL(database.env['DATABASE_URL'] ?? '');
    const name = ownerUrl.pathname.slice(1);
    role = `app_${name}`;
    await (await openStore({ url: ownerUrl.href })).close();
    await asOwner(LINES.replaceAll('desk_app', role).replaceAll('database desk', `database ${name}`));
    const appUrl = new URL(ownerUrl);
    appUrl.username = role;
    app = await openStore({ url: appUrl.href });
  });
  afterAll(async () => {
    await app.close();
    await asOwner(`drop owned by ${role}; drop role ${role}`);
    await database.remove();
  });

  test('does all that the gateway does', async () => {
    await checkDatabase(app);
    const [id = ''] = await appendHistory(app, [
      { at: 1_000, action: 'updateProfile', isRead: false, customerId: 'cust_1', changes: [] },
    ]);
    await appendOutcome(app, id, { at: 1_001, result: 'done' });
    await forgetCustomer(app, 'cust_1', 2_000);
    await removeOutdated(app, Date.now(), { record: 365, versions: 365, vanished: 90 });
    expect(await app.db.selectFrom('history').select('id').execute()).toEqual([]);
  });

  test.each([
    'alter table history disable trigger all',
    'alter table "historyOutcome" disable trigger all',
    'alter table "profileVersion" disable trigger user',
    'drop trigger history_no_update on history',
    'create or replace function "refuseChange"() returns trigger language plpgsql as $$ begin return null; end $$',
    'truncate history cascade',
    'drop table history cascade',
    'create table other (id text)',
    'create temporary table retention (id integer, before bigint)',
    "set session_replication_role = 'replica'",
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(app.db)).rejects.toMatchObject({ code: '42501' });
  });

  test('is told apart from the one that owns them', async () => {
    const owner = await openStore({ url: ownerUrl.href });
    expect([await canDisableTriggers(owner), await canDisableTriggers(app)]).toEqual([true, false]);
    const warnings: string[] = [];
    const log = { level: 'warn', stream: { write: (line: string) => void warnings.push(line) } } as const;
    for (const store of [app, owner]) await (await startTestGateway({ store, log })).close();
    // Of the owner's alone, with a Reservie account; the demo may be its own administrator.
    await (await startTestGateway({ store: owner, mode: 'demo', log })).close();
    expect(warnings.filter((line) => line.includes('Two accounts'))).toHaveLength(1);
    await owner.close();
  });

  test('cannot bring the tables up to date, and the start says what to do', async () => {
    const appUrl = new URL(ownerUrl);
    appUrl.username = role;
    const newer = {
      '999-newer': { up: async () => void (await sql`create table newer (id text)`.execute(app.db)) },
    };
    const { migrations } = await import('./migrations/migrations.ts');
    const failed = await openStore({ url: appUrl.href }, { ...migrations, ...newer }).catch((error: unknown) => error);
    expect(explainStart(failed)).toContain('npm run migrate');
  });
});
