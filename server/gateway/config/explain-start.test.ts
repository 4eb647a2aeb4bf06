import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTestStore, recordMigration } from '../testing/open-test-store.ts';
import { openStore } from '../store/open-store.ts';
import type { DatabaseOptions } from '../store/store.ts';
import { explainStart } from './explain-start.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function sentenceOf(options: DatabaseOptions): Promise<string | undefined> {
  try {
    const store = await openStore(options);
    onTestFinished(() => store.close());
    return undefined;
  } catch (error) {
    return explainStart(error);
  }
}

test('a file that is no database', async () => {
  const file = join(folder(), 'desk.db');
  writeFileSync(file, 'This is a letter, and no database. '.repeat(200));
  expect(await sentenceOf({ file })).toContain('is damaged, or no database');
});

test('a folder where the file should be', async () => {
  const file = join(folder(), 'desk.db');
  mkdirSync(file);
  expect(await sentenceOf({ file })).toContain('cannot be opened');
});

test('a file where the folder should be', async () => {
  const file = join(folder(), 'data');
  writeFileSync(file, '');
  expect(await sentenceOf({ file: join(file, 'desk.db') })).toContain('a file is in its place');
});

test('a second process on the same file', async () => {
  const file = join(folder(), 'desk.db');
  expect(await sentenceOf({ file, isOnlyProcess: true })).toBeUndefined();
  expect(await sentenceOf({ file, isOnlyProcess: true })).toContain('Another process of Studio Desk');
  // The command that makes a password link works beside it.
  expect(await sentenceOf({ file })).toBeUndefined();
});

test('a database of a newer version', async () => {
  const store = await openTestStore();
  onTestFinished(() => store.remove());
  await recordMigration(store, '999-later');
  expect(await sentenceOf(store.options)).toContain('newer version');
});

test('a PostgreSQL that is not there', async () => {
  expect(await sentenceOf({ url: 'postgres://desk:secret@127.0.0.1:1/desk' })).toContain('does not answer');
});

test.each([
  [Object.assign(new Error('no'), { code: '28P01' }), /refuses the name or password/],
  [Object.assign(new Error('no'), { code: '3D000' }), /does not exist/],
  [Object.assign(new Error('no'), { code: '42501' }), /may not make tables/],
  [Object.assign(new Error('no'), { code: 'EACCES', syscall: 'listen' }), /^PORT/],
  [Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir' }), /^DATA_DIR/],
  [Object.assign(new Error('no'), { code: 'EADDRINUSE' }), /^PORT is taken/],
  [Object.assign(new Error('no'), { code: 'SQLITE_READONLY_DIRECTORY' }), /cannot be written/],
])('%o is one sentence', (error, sentence) => {
  expect(explainStart(error)).toMatch(sentence);
});

test('a fault of ours keeps its stack', () => {
  expect(explainStart(new TypeError('x is not a function'))).toBeUndefined();
});
