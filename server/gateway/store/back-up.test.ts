import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { NoBackup, backUp } from './back-up.ts';
import { appendHistory, listHistory } from './history.ts';
import { listInvitations, saveInvitation } from './invitations.ts';
import { openStore } from './open-store.ts';
import type { DatabaseOptions, Store } from './store.ts';

let folder: string;
let store: TestStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  store = await openTestStore();
});
afterAll(async () => {
  await store.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a copy in the place of the data, as docs/operations.md says. */
async function restore(options: DatabaseOptions, copy: string): Promise<Store> {
  if ('file' in options) {
    const file = join(folder, 'restored.db');
    cpSync(copy, file);
    return openStore({ file });
  }
  await sql`drop schema ${sql.id(options.schema ?? '')} cascade`.execute(store.db);
  execFileSync('pg_restore', [`--dbname=${options.url}`, '--no-owner', copy]);
  return openStore(options);
}

test('what was backed up while it was in use is there again after it was restored', async () => {
  const invited = { email: 'ada@example.com', role: 'desk', invitedBy: 'Mo', createdAt: 0, expiresAt: 9e12 } as const;
  await saveInvitation(store, { ...invited, tokenHash: 'of a link' });
  await appendHistory(store, [
    { action: 'signIn', isRead: false, subject: 'Zoë ’s', changes: [], result: 'done', at: 7 },
  ]);
  const copy = join(folder, 'copy');
  await backUp(store.options, copy);
  await saveInvitation(store, { ...invited, email: 'too-late@example.com', tokenHash: 'of another' });

  const restored = await restore(store.options, copy);
  expect(await listInvitations(restored, 1)).toMatchObject([{ email: 'ada@example.com', role: 'desk' }]);
  const { data } = await listHistory(restored, { changesOnly: false }, { page: 0, pageSize: 10 });
  expect(data).toMatchObject([{ action: 'signIn', subject: 'Zoë ’s' }]);
  // It goes on from there.
  await saveInvitation(restored, { ...invited, email: 'bea@example.com', tokenHash: 'of a third' });
  expect(await listInvitations(restored, 1)).toHaveLength(2);
  await restored.close();
});

test('an older backup is never overwritten', async () => {
  const file = join(folder, 'older');
  writeFileSync(file, 'precious');
  await expect(backUp(store.options, file)).rejects.toThrow(`There is a file at ${file} already`);
  expect(readFileSync(file, 'utf8')).toBe('precious');
});

test('no other account on the machine may read a copy, whatever folder it is in', async () => {
  const file = join(folder, 'private');
  chmodSync(folder, 0o755);
  await backUp(store.options, file);
  expect(statSync(file).size).toBeGreaterThan(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('where no copy can be made, no file is left that looks like one', async () => {
  const file = join(folder, 'failed');
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, 'This is no database. '.repeat(100));
  for (const options of [{ file: broken }, { url: 'postgres://desk@127.0.0.1:1/desk' }]) {
    await expect(backUp(options, file)).rejects.toBeInstanceOf(NoBackup);
    expect(existsSync(file)).toBe(false);
  }
  const nowhere = join(folder, 'no-folder', 'copy');
  await expect(backUp(store.options, nowhere)).rejects.toThrow(`The copy cannot be written to ${nowhere}.`);
});

test('a database that is not there is not backed up as an empty one', async () => {
  const nowhere = join(folder, 'nowhere.db');
  await expect(backUp({ file: nowhere }, join(folder, 'empty'))).rejects.toThrow(`There is no database at ${nowhere}`);
  await expect(backUp({ file: nowhere }, join(folder, 'empty'))).rejects.toBeInstanceOf(NoBackup);
  // Not even where the copy would take its place.
  await expect(backUp({ file: nowhere }, nowhere)).rejects.toThrow(`There is no database at ${nowhere}`);
});

test('a server that does not answer is said without the password', async () => {
  const url = 'postgres://desk:very-secret@127.0.0.1:1/desk';
  const message = await backUp({ url }, join(folder, 'unreached')).catch(String);
  expect(message).toMatch(/pg_dump (?:failed|is not installed)/);
  expect(message).not.toContain('very-secret');
});
