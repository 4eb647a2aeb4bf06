import { sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import { inTime } from '#kit/in-time.ts';
import type { Listen, Store } from './store.ts';

/** PostgreSQL refuses payloads of 8,000 bytes and more (its manual, NOTIFY). */
export const LONGEST_NOTIFICATION = 7_900;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 2_000;
/**
 * After so long without a word the system asks the other end whether it still lives. Without a number of its own it waits
 * two hours (Linux: tcp_keepalive_time), and what was said meanwhile on a dead connection is missed unnoticed.
 */
const KEEP_ALIVE_AFTER_MS = 10_000;
/** Ending a connection that is broken may wait for ever. */
const LONGEST_GOODBYE_MS = 1_000;

/** Tells every process on the same data, this one included. */
export async function notify({ db }: Store, payload: string): Promise<void> {
  // Schemas of one database are data of their own: each has a channel of its own.
  await sql`select pg_notify('desk_live_' || current_schema(), ${payload})`.execute(db);
}

/** Keeps one connection of its own to listen on, and makes a new one whenever it breaks. */
export function listenOn(config: ClientConfig, schema = 'public'): Listen {
  return async ({ receive, missed }) => {
    let isStopped = false;
    let client: Client | undefined;
    let timer: NodeJS.Timeout | undefined;

    async function connect(): Promise<void> {
      const fresh = new Client({
        ...config,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
        connectionTimeoutMillis: 10_000,
      });
      let isOver = false;
      const again = () => {
        const wasOpen = client === fresh;
        if (isOver) return;
        isOver = true;
        if (wasOpen && !isStopped) retry(FIRST_PAUSE_MS);
      };
      fresh.on('notification', ({ payload }) => {
        if (payload !== undefined) receive(payload);
      });
      fresh.on('error', again);
      fresh.on('end', again);
      try {
        await fresh.connect();
        await fresh.query(`listen ${fresh.escapeIdentifier(`desk_live_${schema}`)}`);
      } catch (error) {
        isOver = true;
        void fresh.end().catch(() => undefined);
        throw error;
      }
      client = fresh;
      if (isStopped) await endSoon(fresh);
      else if (isOver) throw new Error('The connection was lost at once.');
    }

    function retry(ms: number): void {
      timer = setTimeout(() => {
        connect().then(missed, () => {
          if (!isStopped) retry(Math.min(ms * 2, LONGEST_PAUSE_MS));
        });
      }, ms);
      timer.unref();
    }

    await connect();
    return async () => {
      isStopped = true;
      clearTimeout(timer);
      if (client) await endSoon(client);
    };
  };
}

async function endSoon(client: Client): Promise<void> {
  await inTime(client.end(), LONGEST_GOODBYE_MS).catch(() => undefined);
}
