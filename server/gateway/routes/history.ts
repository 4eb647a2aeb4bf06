import { Readable } from 'node:stream';
import type { HistoryEntry, history } from '#contract/history.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeHandlers } from '#kit/serve.ts';
import type { HistoryLog } from '../audit/history-log.ts';
import { historyCsv } from '../audit/history-csv.ts';
import type { EventBus } from '../live/event-bus.ts';
import { Problem } from '../http/problem.ts';
import type { ProfileVersions } from '../profile/profile-versions.ts';
import { LAG_MS } from '../profile/recent-writes.ts';
import { forgetCustomer } from '../store/forgotten-customers.ts';
import { listHistory, listUnsettledWrites, readHistory } from '../store/history.ts';
import { listVersions } from '../store/list-versions.ts';
import type { Store } from '../store/store.ts';

export interface HistoryParts {
  store: Store;
  log: HistoryLog;
  versions: Pick<ProfileVersions, 'settled'>;
  bus: EventBus;
  clock: Clock;
}

/** Who did what, for managers. */
export function historyRoutes({ store, log, versions, bus, clock }: HistoryParts): ServeHandlers<typeof history> {
  return {
    listHistory: async ({ query: { page, pageSize, ...filter } }) => {
      // What has happened by now is in it, looks of a moment ago included.
      await log.flush();
      return { ...(await listHistory(store, filter, { page, pageSize })), page, pageSize };
    },
    exportHistory: async ({ query }, { reply }) => {
      await log.flush();
      reply.header('content-disposition', 'attachment; filename="history.csv"');
      return reply.type('text/csv; charset=utf-8').send(Readable.from(historyCsv(readHistory(store, query))));
    },
    exportPerson: async ({ params: { customerId } }, { reply }) => {
      await log.flush();
      const record: HistoryEntry[] = [];
      for await (const entries of readHistory(store, { customerId, changesOnly: false })) record.push(...entries);
      reply.header('content-disposition', `attachment; filename="${customerId}.json"`);
      const versions = await listVersions(store, customerId);
      return { customerId, exportedAt: new Date(clock()).toISOString(), versions, record };
    },
    forgetPerson: async ({ params: { customerId } }) => {
      const writes = await listUnsettledWrites(store, clock() - 3 * LAG_MS);
      if (writes.some((write) => write.customerId === customerId)) {
        throw new Problem(
          'conflict',
          'A change to this customer is still being confirmed. Try again in a few minutes.',
        );
      }
      // Looks of a moment ago are forgotten with the others, and so is what they showed.
      await log.flush();
      await versions.settled();
      await forgetCustomer(store, customerId, clock());
      bus.publish({ kind: 'forgotten', customerId });
      return { done: true };
    },
    listProfileVersions: async ({ params }) => ({ data: await listVersions(store, params.customerId) }),
  };
}
