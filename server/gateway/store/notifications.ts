import { sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import type { Listen, Store } from './store.ts';

/** PostgreSQL refuses payloads of 8,000 bytes and more (its manual, NOTIFY). */
export const LONGEST_NOTIFICATION = 7_900;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Tells every process on the same data, this one included. */
export async function notify({ db }: Store, payload: string): Promise<void> {
  // Schemas of one database are data of their own: each has a channel of its own.
  await sql`select pg_notify('desk_live_' || current_schema(), ${payload})`.execute(db);
}

/** Keeps one connection of its own to hear by, and makes a new one whenever it breaks. */
export function listenOn(config: ClientConfig, schema = 'public'): Listen {
  return async ({ hear, missed }) => {
    let isStopped = false;
    let client: Client | undefined;
    let timer: NodeJS.Timeout | undefined;

    async function connect(): Promise<void> {
      const fresh = new Client({ ...config, keepAlive: true, connectionTimeoutMillis: 10_000 });
      let isOver = false;
      const again = () => {
        if (isOver) return;
        isOver = true;
        if (!isStopped) retry(FIRST_PAUSE_MS);
      };
      fresh.on('notification', ({ payload }) => {
        if (payload !== undefined) hear(payload);
      });
      try {
        await fresh.connect();
        await fresh.query(`listen ${fresh.escapeIdentifier(`desk_live_${schema}`)}`);
      } catch (error) {
        isOver = true;
        fresh.on('error', () => undefined);
        await fresh.end().catch(() => undefined);
        throw error;
      }
      fresh.on('error', again);
      fresh.on('end', again);
      client = fresh;
      if (isStopped) await fresh.end();
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
      await client?.end();
    };
  };
}
