import { setMaxListeners } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Clock, Schedule } from '#kit/clock.ts';
import type { HistoryLog } from '../audit/history-log.ts';
import { Directory } from '../directory/directory.ts';
import { ListReader } from '../directory/list-reader.ts';
import type { EventBus } from '../live/event-bus.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { ReservieClient } from '../reservie/client.ts';

import { PATIENCE_MS, Urgency, onOwnAccount } from '../reservie/lane.ts';
import type { SeenProfile } from '../store/profile-versions.ts';
import type { Store } from '../store/store.ts';
import { applyRemote } from './apply-remote.ts';
import { Confirmations } from './confirmations.ts';
import { Leases } from './leases.ts';
import { ProfileReads } from './profile-reads.ts';
import { ProfileVersions } from './profile-versions.ts';
import { RecentWrites } from './recent-writes.ts';
import { rememberWrites } from './remember-writes.ts';
import type { SaveParts } from './save-profile.ts';
import { settleOpenWrites } from './settle-open-writes.ts';

export interface ProfilesOptions {
  store: Store;
  client: ReservieClient;
  reads: CachedReads;
  bus: EventBus;
  events: LiveEvents;
  log: HistoryLog;
  clock: Clock;
  /** For ages: it is never set back. */
  steady: Clock;
  schedule: Schedule;
  onTrouble: (message: string) => void;
}

/**
 * Everything that a save goes through, joined. Reads and the list tell what they see and know none of their listeners,
 * so that the parts depend on each other in one direction only.
 */
export async function openProfiles(app: FastifyInstance, options: ProfilesOptions): Promise<SaveParts> {
  const { store, client, bus, events, log, clock, steady, schedule, onTrouble } = options;
  const clocks = { wall: clock, steady };
  const overlay = new RecentWrites();
  await rememberWrites(store, overlay, clocks);
  const leases = new Leases(store);
  const withRecentWrites = (profile: SeenProfile) => overlay.apply(profile, steady());
  const versions = new ProfileVersions({ store, clock, withRecentWrites, onTrouble });
  const reads = new ProfileReads({ reads: options.reads, overlay, versions, clock: steady });
  const listReader = new ListReader({ onTrouble });
  const directory = new Directory({
    load: async (isAwaited) => {
      const lane = isAwaited ? 'interactive' : 'background';
      const urgency = onOwnAccount(() => new Urgency(lane, steady() + PATIENCE_MS[lane]));
      return listReader.read(await client.readCustomers(urgency));
    },
    overlay,
    clock: steady,
  });
  const confirmations = new Confirmations({
    overlay,
    clock: steady,
    schedule,
    claim: (historyId) => leases.tryTake(`confirm:${historyId}`),
    read: (customerId) => reads.getRaw(customerId, 'background'),
    onEnd: async ({ profile, by, historyIds }, state) => {
      const recorded = historyIds.map((historyId) => log.end(historyId, { result: state }));
      if (state === 'confirmed') directory.patch(profile.id, profile);
      bus.publish({ kind: 'profile', profile, by, state });
      await Promise.all(recorded);
    },
  });
  const closing = new AbortController();
  // One for each save under way.
  setMaxListeners(0, closing.signal);
  const parts = { store, client, leases, reads, overlay, directory, versions, confirmations, bus, clocks };

  reads.onSeen((raw) => confirmations.see(raw));
  reads.onChangedOutside((profile) => {
    const state = confirmations.isWaiting(profile.id) ? 'saved' : 'confirmed';
    reads.forget(profile.id);
    directory.patch(profile.id, profile);
    bus.publish({ kind: 'profile', profile, by: null, state });
  });
  directory.listen({
    onRow: (row) => reads.seenInList(row),
    onFetched: ({ data, unreadable, fetchedAt }, isChanged) => {
      reads.listSeen(data, unreadable);
      if (isChanged) events.tellDirectory({ asOf: new Date(fetchedAt).toISOString() });
    },
  });
  bus.subscribe((message, origin) => {
    if (message.kind === 'forgotten') versions.forget(message.customerId);
    else if (origin === 'elsewhere')
      applyRemote({ store, reads, versions, overlay, directory, clocks, onTrouble }, message);
  });
  const stopSettling = settleOpenWrites({ ...parts, log, clock, schedule });

  app.addHook('preClose', async () => {
    closing.abort();
    stopSettling();
  });
  app.addHook('onClose', async () => {
    listReader.close();
    confirmations.close();
    await versions.close();
    await leases.close();
  });
  return { ...parts, closing: closing.signal };
}
