import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningGateway, startGateway } from '../../server/gateway/testing/gateway-processes.ts';
import { startOwnPostgres } from '../../server/gateway/testing/own-postgres.ts';
import { type RecordWatch, holdFile, watchRecords } from '../../server/gateway/testing/watch-records.ts';

const LONGEST_FREEZE_MS = 3_000;
const LONGEST_RESTART_MS = 1_500;

/** Where the gateways keep their data, and what can happen to it. `much`: from 0 to 1. */
export interface Database {
  records: RecordWatch;
  start: () => Promise<RunningGateway>;
  troubles: Record<string, (much: number) => Promise<void>>;
  remove: () => Promise<void>;
}

/** A PostgreSQL of its own, for several gateways. */
export async function onPostgres(env: Record<string, string>): Promise<Database> {
  const postgres = await startOwnPostgres();
  const records = await watchRecords({ url: postgres.url });
  const folder = makeFolder();
  return {
    records,
    start: () => startGateway({ ...env, DATABASE_URL: postgres.url, DATA_DIR: folder }),
    troubles: {
      'restart of the database': (much) =>
        postgres.restart(much < 0.5 ? 'SIGINT' : 'SIGQUIT', much * LONGEST_RESTART_MS),
      'frozen database': async (much) => {
        postgres.freeze();
        await sleep(much * LONGEST_FREEZE_MS);
        postgres.thaw();
      },
    },
    remove: async () => {
      await records.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file, for one gateway; its clock runs `speed` times as fast. */
export async function onSqlite(env: Record<string, string>, speed: string): Promise<Database> {
  const folder = makeFolder();
  const file = join(folder, 'desk.db');
  const records = await watchRecords({ file });
  const fast = { ...env, SQLITE_FILE: file, CLOCK_SPEED: speed, CLOCK_BEGAN: String(Date.now()) };
  return {
    records,
    start: () => startGateway(fast, join(import.meta.dirname, 'fast-gateway.ts')),
    troubles: {
      'held database file': async (much) => {
        const release = holdFile(file);
        await sleep(much * LONGEST_FREEZE_MS);
        release();
      },
    },
    remove: async () => {
      await records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'misbehaviour-'));
}
