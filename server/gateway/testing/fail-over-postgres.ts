import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type PostgresServer, makeEmptyPostgres, makePostgres } from './own-postgres.ts';

/** As PostgreSQL names its socket in a folder. */
const SOCKET = '.s.PGSQL.5432';
const LONGEST_WAIT_MS = 30_000;

export interface FailOverPostgres {
  /** One address, whichever server stands behind it. */
  url: string;
  /** The server dies, its standby is promoted, and the address leads there; another standby is made meanwhile. */
  failOver: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * A server, a standby that follows it by streaming replication, and a proxy before the two, as managed databases have
 * it. A commit waits for the standby, so that nothing that was committed is lost with the server.
 */
export async function startFailOverPostgres(): Promise<FailOverPostgres> {
  let primary = await makeEmptyPostgres();
  await primary.start();
  let adding = addStandby(primary);
  const proxy = await startProxy(() => join(primary.folder, SOCKET));
  return {
    url: proxy.url,
    failOver: async () => {
      const [dead, standby] = [primary, await adding];
      await dead.end('SIGQUIT');
      proxy.cut();
      await order(standby.url, 'select pg_promote(true)', "alter system set synchronous_standby_names = ''");
      await order(standby.url, 'select pg_reload_conf()');
      primary = standby;
      dead.remove();
      adding = addStandby(primary);
    },
    stop: async () => {
      await proxy.close();
      for (const server of [await adding, primary]) {
        await server.end('SIGQUIT');
        server.remove();
      }
    },
  };
}

async function addStandby(primary: PostgresServer): Promise<PostgresServer> {
  const standby = await makePostgres('pg_basebackup', (data) => [
    `--pgdata=${data}`,
    `--host=${primary.folder}`,
    '--username=desk',
    '--wal-method=stream',
    '--checkpoint=fast',
    '--write-recovery-conf',
    '--no-sync',
  ]);
  await standby.start();
  const until = Date.now() + LONGEST_WAIT_MS;
  while ((await order(primary.url, "select 1 from pg_stat_replication where state = 'streaming'")) === 0) {
    if (Date.now() > until) throw new Error('The standby does not follow.');
    await delay(50);
  }
  await order(primary.url, "alter system set synchronous_standby_names = '*'");
  await order(primary.url, 'select pg_reload_conf()');
  return standby;
}

/** @returns how many rows the last statement had. */
async function order(url: string, ...statements: string[]): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let rows = 0;
  try {
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
  return rows;
}

async function startProxy(target: () => string) {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-proxy-'));
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target());
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(join(folder, SOCKET));
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `postgres://desk@localhost/postgres?host=${encodeURIComponent(folder)}`,
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
