import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answers, findPostgres, unprivilegedAccount } from './test-postgres.ts';

export interface OwnPostgres {
  url: string;
  /** As `pg_ctl restart` does, `fast` or `immediate`; for `downMs` there is none. */
  restart: (signal: 'SIGINT' | 'SIGQUIT', downMs: number) => Promise<void>;
  /** It neither answers nor ends connections, until `thaw`. */
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
}

const LONGEST_START_MS = 30_000;

/** A PostgreSQL that a test may stop, freeze and start again: no other test uses it. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error('PostgreSQL is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-own-pg-'));
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = ['--username=desk', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...options], { cwd: folder, stdio: 'ignore', ...account });
  const url = `postgres://desk@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const flags = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
    server = spawn(join(bin ?? '', 'postgres'), flags, { cwd: folder, stdio: 'ignore', detached: true, ...account });
    const until = Date.now() + LONGEST_START_MS;
    while (!(await answers(url))) {
      if (Date.now() > until) throw new Error('PostgreSQL did not start.');
      await delay(50);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!server || server.exitCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  }

  /** The server and the processes that serve its connections. */
  function signalAll(signal: NodeJS.Signals): void {
    if (server?.pid !== undefined) process.kill(-server.pid, signal);
  }

  await start();
  return {
    url,
    restart: async (signal, downMs) => {
      await end(signal);
      await delay(downMs);
      await start();
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    stop: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
