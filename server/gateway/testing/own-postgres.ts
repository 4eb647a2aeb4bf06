import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, answers, findPostgres, unprivilegedAccount } from './test-postgres.ts';

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

/** One server with data of its own, reached only through a socket in its folder. */
export interface PostgresServer {
  folder: string;
  url: string;
  start: () => Promise<void>;
  end: (signal: NodeJS.Signals) => Promise<void>;
  /** To the server and the processes that serve its connections. */
  signalAll: (signal: NodeJS.Signals) => void;
  remove: () => void;
}

/** Its data are made by `program`, such as `initdb`, in the folder `data` of its own. */
export async function makePostgres(program: string, options: (data: string) => string[]): Promise<PostgresServer> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error('PostgreSQL is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-own-pg-'));
  const account: Partial<Account> = process.getuid?.() === 0 ? unprivilegedAccount() : {};
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, program), options(data), { cwd: folder, stdio: 'ignore', ...account });
  const url = `postgres://desk@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | undefined;
  return {
    folder,
    url,
    start: async () => {
      const flags = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
      server = spawn(join(bin, 'postgres'), flags, { cwd: folder, stdio: 'ignore', detached: true, ...account });
      const until = Date.now() + LONGEST_START_MS;
      while (!(await answers(url))) {
        if (Date.now() > until) throw new Error('PostgreSQL did not start.');
        await delay(50);
      }
    },
    end: async (signal) => {
      if (!server || server.exitCode !== null) return;
      server.kill(signal);
      await once(server, 'exit');
    },
    signalAll: (signal) => {
      const { pid } = server ?? {};
      if (pid === undefined) return;
      // Each of its processes makes a group of its own. The server last, so that it does not replace one that stands still.
      const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).matchAll(/(\d+)\s+(\d+)/g);
      const children = Array.from(processes, ([, own, parent]) => ({ own: Number(own), parent: Number(parent) }));
      for (const { own, parent } of children) if (parent === pid) process.kill(own, signal);
      process.kill(pid, signal);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function makeEmptyPostgres(): Promise<PostgresServer> {
  const options = ['--username=desk', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
  return makePostgres('initdb', (data) => [`--pgdata=${data}`, ...options]);
}

/** A PostgreSQL that a test may stop, freeze and start again: no other test uses it. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const server = await makeEmptyPostgres();
  await server.start();
  return {
    url: server.url,
    restart: async (signal, downMs) => {
      await server.end(signal);
      await delay(downMs);
      await server.start();
    },
    freeze: () => server.signalAll('SIGSTOP'),
    thaw: () => server.signalAll('SIGCONT'),
    stop: async () => {
      await server.end('SIGQUIT');
      server.remove();
    },
  };
}
