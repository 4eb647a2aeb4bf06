import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import {
  applyPasswordLink,
  forgetOldPasswordLinks,
  findPasswordLinkOwner,
  savePasswordLink,
} from './password-links.ts';
import { findStaff } from './staff.ts';

const LINK = { userId: 'ada', tokenHash: 'hash', turnsTwoFactorOff: false, expiresAt: 1_000 };

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  const { db } = store;
  for (const table of ['passwordLink', 'account', 'user'] as const) await db.deleteFrom(table).execute();
  await addMember('ada');
  await addMember('bo');
  await addPassword('ada');
});
afterAll(() => store.remove());

/** As better-auth would; its own types differ between the databases. */
async function addMember(id: string): Promise<void> {
  const yes = store.kind === 'postgres' ? true : 1;
  const now = '2026-03-03T09:00:00.000Z';
  await sql`
    insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "role", "status", "twoFactorEnabled")
    values (${id}, ${id}, ${`${id}@example.com`}, ${yes}, ${now}, ${now}, 'desk', 'active', ${yes})
  `.execute(store.db);
}

async function addPassword(userId: string): Promise<void> {
  const now = '2026-03-03T09:00:00.000Z';
  await sql`
    insert into "account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (${`account of ${userId}`}, ${userId}, 'credential', ${userId}, 'old', ${now}, ${now})
  `.execute(store.db);
}

async function passwordOf(userId: string): Promise<string | null | undefined> {
  const row = store.db.selectFrom('account').select('password').where('userId', '=', userId);
  return (await row.executeTakeFirst())?.password;
}

test('a database from before gets the table, and keeps what it has', async () => {
  await store.db.schema.dropTable('passwordLink').execute();
  await sql`delete from "kysely_migration" where "name" in ('004-password-links', '012-made-by')`.execute(store.db);
  const reopened = await openStore(store.options);
  await savePasswordLink(reopened, LINK);
  expect(await findPasswordLinkOwner(reopened, 'hash', 0)).toBe('ada');
  expect(await passwordOf('ada')).toBe('old');
  await reopened.close();
});

test('who has a password is said, on either database', async () => {
  expect([await findStaff(store, 'ada'), await findStaff(store, 'bo')]).toMatchObject([
    { hasPassword: true, hasTwoFactor: true },
    { hasPassword: false, hasTwoFactor: true },
  ]);
});

test('a link works until its moment, once, for one of those who use it at once', async () => {
  await savePasswordLink(store, LINK);
  expect(await findPasswordLinkOwner(store, 'hash', 999)).toBe('ada');
  expect(await findPasswordLinkOwner(store, 'hash', 1_000)).toBeUndefined();
  expect(await applyPasswordLink(store, 'hash', 'late', 1_000)).toBeUndefined();
  const uses = await Promise.all(['one', 'two', 'three'].map((to) => applyPasswordLink(store, 'hash', to, 999)));
  expect(uses.filter((use) => use === 'ada')).toHaveLength(1);
  expect(await passwordOf('ada')).toBe(['one', 'two', 'three'][uses.indexOf('ada')]);
  expect(await findStaff(store, 'ada')).toMatchObject({ hasTwoFactor: true });
});

test('a newer link replaces an older one, and may say something else about two-factor sign-in', async () => {
  await savePasswordLink(store, LINK);
  await savePasswordLink(store, { ...LINK, tokenHash: 'newer', turnsTwoFactorOff: true });
  expect(await applyPasswordLink(store, 'hash', 'new', 0)).toBeUndefined();
  expect(await applyPasswordLink(store, 'newer', 'new', 0)).toBe('ada');
  expect(await findStaff(store, 'ada')).toMatchObject({ hasTwoFactor: false });
});

test('a link for a member without a password gives them none', async () => {
  await savePasswordLink(store, { ...LINK, userId: 'bo' });
  expect(await applyPasswordLink(store, 'hash', 'new', 0)).toBeUndefined();
  expect(await findStaff(store, 'bo')).toMatchObject({ hasPassword: false });
});

test('what is over is forgotten', async () => {
  await savePasswordLink(store, LINK);
  await forgetOldPasswordLinks(store, 1_000);
  expect(await store.db.selectFrom('passwordLink').selectAll().execute()).toEqual([]);
});
