import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listInvitations, saveInvitation, takeInvitation } from './invitations.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { saveSetUpLink, takeSetUpLinks } from './set-up-links.ts';
import { openStore } from './open-store.ts';
import { countAttempt, forgetOldAttempts, uncountAttempt } from './throttle-windows.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.remove());

test('opens the same data again without harm', async () => {
  await saveSetUpLink(store, 'again', 1_000);
  const second = await openStore(store.options);
  expect(await takeSetUpLinks(second, 'again', 999)).toBe(true);
  await second.close();
});

test('several processes may start at once where several are allowed', async () => {
  const options = 'file' in store.options ? [] : [1, 2, 3].map(() => store.options);
  const stores = await Promise.all(options.map((one) => openStore(one)));
  expect(stores.map((one) => one.kind)).toEqual(options.map(() => 'postgres'));
  await Promise.all(stores.map((one) => one.close()));
});

describe('set-up links', () => {
  test('work once, and take the others with them', async () => {
    await saveSetUpLink(store, 'one', 1_000);
    await saveSetUpLink(store, 'two', 1_000);
    const uses = await Promise.all([1, 2, 3].map(() => takeSetUpLinks(store, 'one', 500)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await takeSetUpLinks(store, 'two', 500)).toBe(false);
  });

  test('end at their moment', async () => {
    await saveSetUpLink(store, 'old', 1_000);
    expect(await takeSetUpLinks(store, 'old', 1_000)).toBe(false);
  });
});

describe('invitations', () => {
  const ada = {
    email: 'ada@example.com',
    role: 'desk',
    invitedBy: 'Mia',

    createdAt: 0,
    expiresAt: 1_000,
  } as const;

  test('a newer one replaces an older one', async () => {
    await saveInvitation(store, { ...ada, tokenHash: 'first' });
    await saveInvitation(store, { ...ada, tokenHash: 'second', role: 'viewer' });
    expect(await listInvitations(store, 10)).toMatchObject([{ email: 'ada@example.com', role: 'viewer' }]);
    expect(await takeInvitation(store, 'first', 10)).toBeUndefined();
  });

  test('two who use the same one at once: one gets it', async () => {
    await saveInvitation(store, { ...ada, tokenHash: 'shared' });
    const uses = await Promise.all([1, 2].map(() => takeInvitation(store, 'shared', 10)));
    expect(uses.filter((use) => use !== undefined)).toHaveLength(1);
  });

  test('are not shown and not taken when they are over', async () => {
    await saveInvitation(store, { ...ada, tokenHash: 'late' });
    expect(await listInvitations(store, 1_000)).toEqual([]);
    expect(await takeInvitation(store, 'late', 1_000)).toBeUndefined();
  });
});

describe('throttle windows', () => {
  test('count attempts made side by side, each of them', async () => {
    const windows = await Promise.all(Array.from({ length: 20 }, () => countAttempt(store, 'a', 0, 100)));
    expect(windows.map((window) => window.attempts).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(new Set(windows.map((window) => window.windowEndsAt))).toEqual(new Set([100]));
  });

  test('begin anew when they are over', async () => {
    await countAttempt(store, 'b', 0, 100);
    expect(await countAttempt(store, 'b', 99, 100)).toEqual({ attempts: 2, windowEndsAt: 100 });
    expect(await countAttempt(store, 'b', 100, 100)).toEqual({ attempts: 1, windowEndsAt: 200 });
  });

  test('end although the clock was set back', async () => {
    const year = 365 * 24 * 60 * 60_000;
    await countAttempt(store, 'clock', year, 100);
    expect(await countAttempt(store, 'clock', 0, 100)).toEqual({ attempts: 2, windowEndsAt: 100 });
    expect(await countAttempt(store, 'clock', 100, 100)).toEqual({ attempts: 1, windowEndsAt: 200 });
  });

  test('lose no attempt whose process has a clock that is a little slow, or that comes in late', async () => {
    await countAttempt(store, 'late', 1, 100);
    expect(await countAttempt(store, 'late', 0, 100)).toEqual({ attempts: 2, windowEndsAt: 100 });
    expect(await countAttempt(store, 'late', 2, 100)).toEqual({ attempts: 3, windowEndsAt: 100 });
  });

  test('give an attempt back, never below none', async () => {
    await countAttempt(store, 'c', 0, 100);
    await uncountAttempt(store, 'c');
    await uncountAttempt(store, 'c');
    expect(await countAttempt(store, 'c', 1, 100)).toMatchObject({ attempts: 1 });
  });

  test('are forgotten when they are over', async () => {
    await countAttempt(store, 'd', 0, 100);
    await forgetOldAttempts(store, 100);
    expect(await countAttempt(store, 'd', 50, 100)).toEqual({ attempts: 1, windowEndsAt: 150 });
  });
});

test('no other account on the machine may read the file, nor one that was readable before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'private-'));
  const [fresh, readable] = [join(folder, 'new.db'), join(folder, 'old.db')];
  writeFileSync(readable, '');
  chmodSync(readable, 0o644);
  for (const file of [fresh, readable]) {
    const opened = await openStore({ file });
    await saveSetUpLink(opened, 'x', 1);
    for (const part of [file, `${file}-wal`]) expect(statSync(part).mode & 0o777).toBe(0o600);
    await opened.close();
  }
  rmSync(folder, { recursive: true });
});
