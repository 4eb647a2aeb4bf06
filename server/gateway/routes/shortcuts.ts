import type { FastifyRequest } from 'fastify';
import type { shortcutApi } from '#contract/shortcuts.ts';
import { type Role, isAllowed } from '#contract/role.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeHandlers } from '#kit/serve.ts';
import { staffOf } from '../accounts/authorize.ts';
import type { HistoryLog } from '../audit/history-log.ts';
import { Problem } from '../http/problem.ts';
import { listChangedSinceLook, listFirstSeen, readWatchedSince } from '../store/customer-news.ts';
import {
  forgetNotDuplicates,
  listNotDuplicates,
  listPinned,
  listRecent,
  pinCustomer,
  saveNotDuplicates,
  unpinCustomer,
} from '../store/customer-shortcuts.ts';
import { type Viewer, changeView, createView, listViews, removeView } from '../store/saved-views.ts';
import type { Store } from '../store/store.ts';

export interface ShortcutParts {
  store: Store;
  log: HistoryLog;
  clock: Clock;
  /** The least role that may copy and export. */
  exportRole: Role;
}

const DONE = { done: true } as const;

/** What staff keep beside the list, and what of it leaves the house. */
export function shortcutRoutes({ store, log, clock, exportRole }: ShortcutParts): ServeHandlers<typeof shortcutApi> {
  return {
    getShortcuts: async (_, { request }) => {
      const { id, role } = staffOf(request);
      // A look of a moment ago is among the recent ones.
      await log.flush();
      const [views, recent, pinned, notDuplicates] = await Promise.all([
        listViews(store, viewerOf(request)),
        listRecent(store, id, clock()),
        listPinned(store, id),
        listNotDuplicates(store),
      ]);
      return { views, recent, pinned, canExport: isAllowed(role, exportRole), notDuplicates };
    },
    getCustomerNews: async (_, { request }) => {
      await log.flush();
      const now = clock();
      const since = await readWatchedSince(store);
      return {
        now: new Date(now).toISOString(),
        watchedSince: since === undefined ? null : new Date(since).toISOString(),
        firstSeen: await listFirstSeen(store, now),
        changed: await listChangedSinceLook(store, staffOf(request).id, now),
      };
    },
    createView: async ({ body }, { request }) => {
      if (body.isShared) requireDesk(request);
      const view = await createView(store, viewerOf(request), body, clock());
      if (!view) throw new Problem('invalid_request', 'There are too many views already: remove one first.');
      return view;
    },
    changeView: async ({ params, body }, { request }) => {
      if (body.isShared) requireDesk(request);
      const view = await changeView(store, viewerOf(request), params.viewId, body);
      if (!view) throw new Problem('not_found', 'There is no such view, or it belongs to another member of staff.');
      return view;
    },
    removeView: async ({ params }, { request }) => {
      if (await removeView(store, viewerOf(request), params.viewId)) return DONE;
      throw new Problem('not_found', 'There is no such view, or it belongs to another member of staff.');
    },
    pinCustomer: async ({ params }, { request }) => {
      if (await pinCustomer(store, staffOf(request).id, params.customerId, clock())) return DONE;
      throw new Problem('invalid_request', 'There are too many pinned customers already: unpin one first.');
    },
    unpinCustomer: async ({ params }, { request }) => {
      await unpinCustomer(store, staffOf(request).id, params.customerId);
      return DONE;
    },
    // Its record in the history is all there is to do.
    recordExport: (_, { request }) => {
      if (isAllowed(staffOf(request).role, exportRole)) return DONE;
      throw new Problem('forbidden', 'Your role may not export customers.');
    },
    markNotDuplicates: async ({ body: { customerIds, fingerprint, isDuplicate } }, { request }) => {
      const rest = { fingerprint, staffName: staffOf(request).name, at: clock() };
      if (isDuplicate) await forgetNotDuplicates(store, customerIds);
      else await saveNotDuplicates(store, customerIds, rest);
      return DONE;
    },
  };
}

function viewerOf(request: FastifyRequest): Viewer {
  const { id, role } = staffOf(request);
  return { id, isManager: role === 'manager' };
}

function requireDesk(request: FastifyRequest): void {
  if (!isAllowed(staffOf(request).role, 'desk')) {
    throw new Problem('forbidden', 'Your role may keep views, but not share them.');
  }
}
