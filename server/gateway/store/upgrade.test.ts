import { afterEach, expect, test } from 'vitest';
import { makeTestDatabase } from '../testing/test-database.ts';
import { listInvitations, saveInvitation } from './invitations.ts';
import { migrations } from './migrations/migrations.ts';
import { openStore } from './open-store.ts';
import type { DatabaseOptions, Store } from './store.ts';

const NAMES = Object.keys(migrations);
const INVITED = { email: 'ada@example.com', role: 'desk', invitedBy: 'Mo', createdAt: 0, expiresAt: 9e12 } as const;

const removals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

async function makeDatabase(): Promise<DatabaseOptions> {
  const { options, remove } = await makeTestDatabase();
  removals.push(remove);
  return options;
}

/** Every table with its columns; in which order they were added does not matter. */
async function describeTables({ db }: Store, options: DatabaseOptions): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ schema }) => !('schema' in options) || schema === options.schema)
    .flatMap(({ name, columns }) =>
      columns.map(({ name: column, dataType, isNullable, hasDefaultValue }) =>
        [name, column, dataType, isNullable ? 'nullable' : '', hasDefaultValue ? 'default' : ''].join(' '),
      ),
    )
    .toSorted();
}

test.each(NAMES.map((name, index) => [name, index + 1] as const))(
  'a database of a version that ended with %s becomes what a new one is, with all that was in it',
  async (_, count) => {
    const freshOptions = await makeDatabase();
    const fresh = await openStore(freshOptions);
    const expected = await describeTables(fresh, freshOptions);
    await fresh.close();

    const options = await makeDatabase();
    const old = await openStore(options, Object.fromEntries(Object.entries(migrations).slice(0, count)));
    await saveInvitation(old, { ...INVITED, tokenHash: 'of a link' });
    await old.close();

    const upgraded = await openStore(options);
    expect(await describeTables(upgraded, options)).toEqual(expected);
    expect(await listInvitations(upgraded, 1)).toMatchObject([{ email: INVITED.email, role: INVITED.role }]);
    await upgraded.close();
  },
  30_000,
);
