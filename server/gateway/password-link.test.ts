import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { openAccounts } from './accounts/accounts.ts';
import { setNewPassword } from './accounts/password-links.ts';
import { listHistory } from './store/history.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

const PROGRAM = join(import.meta.dirname, 'password-link.ts');
const SECRET = 'a-secret-for-tests-of-32-characters';
const MO = { name: 'Mo', email: 'mo@example.com', password: 'forgotten by now', role: 'manager' } as const;

let dataDir: string;
let store: Store;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'password-link-'));
  // Open all the while, as by the gateway that runs beside it.
  store = await openStore({ file: join(dataDir, 'demo-desk.db') });
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function run(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const settings = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '4321', ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', PROGRAM, ...args], { env: settings }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

test('prints a link that works, and records that', { timeout: 60_000 }, async () => {
  const accounts = await openAccounts({ secret: SECRET, store, clock: systemClock, isDemo: false });
  const id = await accounts.newcomers.add(MO);
  const { status, stdout, stderr } = await run(['Mo@Example.com', '--without-two-factor']);
  expect([status, stderr]).toEqual([0, '']);
  const [, token = ''] = /^http:\/\/localhost:4321\/new-password#([\w-]{43})\n$/.exec(stdout) ?? [];
  expect(await setNewPassword(accounts.auth, store, systemClock, { token, password: 'known once more' })).toBe(id);
  accounts.close();
  const { data } = await listHistory(store, { changesOnly: true }, { page: 0, pageSize: 10 });
  expect(data).toMatchObject([
    { action: 'printPasswordLink', staff: null, subject: MO.email, changes: [{ field: 'turnsTwoFactorOff' }] },
  ]);
});

test.each([
  ['no account', [], {}, /^Say for whom: npm run password-link -- mo@example\.com \[--without-two-factor\]\n$/],
  ['an option that there is not', ['mo@example.com', '--quickly'], {}, /^Say for whom: /],
  ['a stranger', ['stranger@example.com'], {}, /^No member of staff has this e-mail address\.\n$/],
  ['a member without a password', ['manager@demo.invalid'], {}, /^They sign in without a password\.\n$/],
  ['the wrong folder', ['mo@example.com'], { DATA_DIR: '/nowhere' }, /^There is no database at \/nowhere.*\?\n$/],
  ['half a configuration', ['mo@example.com'], { PORT: 'x' }, /^PORT must be .*\n$/],
])('for %s there is one sentence and no link', { timeout: 60_000 }, async (_, args, env, sentence) => {
  const demo = await openAccounts({ secret: SECRET, store, clock: systemClock, isDemo: true });
  demo.close();
  const { status, stdout, stderr } = await run(args, env);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(sentence);
});
