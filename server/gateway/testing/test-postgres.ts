import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/** As root there is another account to run the server under: it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

const LONGEST_START_MS = 60_000;
const LONGEST_STOP_MS = 15_000;
const KEPT_LOG = 4_000;

/**
 * Makes the data, serves them, and removes them once standard input ends. That happens however the tests end, even when
 * they are killed, because the other end of that pipe is theirs.
 */
const KEEPER = `
folder=$1 bin=$2
exec 3<&0 </dev/null
trap 'rm -rf "$folder"' EXIT
"$bin/initdb" --pgdata="$folder/data" --username=desk --auth=trust --encoding=UTF8 --no-locale --no-sync 3<&- >/dev/null || exit 1
"$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=250 \\
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off 3<&- &
server=$!
{ cat <&3; kill -INT $server; } >/dev/null 2>&1 &
wait $server
`;

/** The folder of PostgreSQL's server programs, if this machine has them. */
export function findPostgres(): string | undefined {
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(stdout ? [stdout.trim()] : []),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))));
}

/** A server of its own, reached only through a socket in a folder that no other account may open. */
async function startPostgres(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-pg-'));
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  if (account) chownSync(folder, account.uid, account.gid);
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', folder, bin], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
    // Ctrl-C is for the tests: they still have to end what they do in the database.
    detached: true,
    ...account,
  });
  let log = '';
  keeper.stderr.on('data', (chunk) => (log = (log + String(chunk)).slice(-KEPT_LOG)));
  keeper.stdin.on('error', () => undefined);
  const ended = once(keeper, 'exit');
  const stop = async () => {
    keeper.stdin.end();
    const late = setTimeout(() => keeper.kill('SIGKILL'), LONGEST_STOP_MS);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://desk@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const until = Date.now() + LONGEST_START_MS;
  while (!(await answers(url))) {
    if (keeper.exitCode === null && Date.now() < until) {
      await delay(50);
      continue;
    }
    await stop();
    throw new Error(`PostgreSQL in ${bin} did not start:\n${log}`);
  }
  return { url, stop };
}

export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function unprivilegedAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid = NaN, gid = NaN] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      return { uid, gid };
    } catch {
      // The next one, then.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody".');
}

/**
 * With STORE=postgres, what vitest and Playwright do before all tests: starts a server and names it in TEST_DATABASE_URL,
 * unless that names one already. @returns what stops it after them.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['STORE'] !== 'postgres' || process.env['TEST_DATABASE_URL'] !== undefined) return undefined;
  const bin = findPostgres();
  if (bin === undefined) {
    throw new Error(
      'STORE=postgres needs PostgreSQL’s server programs: install them (Debian: `apt-get install postgresql`), or ' +
        'name a running server in TEST_DATABASE_URL.',
    );
  }
  const { url, stop } = await startPostgres(bin);
  process.env['TEST_DATABASE_URL'] = url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await stop();
  };
}
