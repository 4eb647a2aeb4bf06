import Libsql from 'libsql';
import { listUnsettledWrites } from '../store/history.ts';
import { openStore } from '../store/open-store.ts';
import type { DatabaseOptions } from '../store/store.ts';
import { signInOn } from './gateway-processes.ts';

export interface RecordWatch {
  /** Of a member of staff, at every gateway on this database. */
  cookie: string;
  /** What is missing of each save whose record is not complete. */
  unsettled: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** Looks into the database of gateways that run elsewhere. */
export async function watchRecords(database: DatabaseOptions): Promise<RecordWatch> {
  const store = await openStore(database);
  return {
    cookie: await signInOn(store),
    unsettled: async () =>
      (await listUnsettledWrites(store, 0)).map(({ result, at }) => {
        const age = `${Math.round((Date.now() - Date.parse(at)) / 1_000)} s`;
        return `${result === null ? 'no end' : 'no confirmation'} for ${age}`;
      }),
    close: () => store.close(),
  };
}

/** Holds the write lock on a SQLite file as another program does, such as a backup. @returns how to let go. */
export function holdFile(file: string): () => void {
  const other = new Libsql(file);
  other.exec('pragma busy_timeout = 5000');
  other.exec('begin immediate');
  return () => {
    other.exec('commit');
    other.close();
  };
}
