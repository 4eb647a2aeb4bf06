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
      (await listUnsettledWrites(store, 0)).map(({ result }) => (result === null ? 'no end' : 'no confirmation')),
    close: () => store.close(),
  };
}
