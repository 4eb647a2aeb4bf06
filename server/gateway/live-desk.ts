import { finished } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ServeCall } from '#kit/serve.ts';
import type { Clock } from '#kit/clock.ts';
import type { Accounts } from './accounts/accounts.ts';
import { HistoryLog } from './audit/history-log.ts';
import { ProfileVersions } from './profile/profile-versions.ts';
import { type CallRecorder, decorateHistory, recordCalls } from './audit/record-calls.ts';
import { recordLandings } from './audit/record-landings.ts';
import { Directory } from './directory/directory.ts';
import { openEventBus } from './live/database-bus.ts';
import { LiveEvents } from './live/live-events.ts';
import { ProfileFlow } from './profile/profile-flow.ts';
import { rememberWrites } from './profile/remember-writes.ts';
import { RecentWrites } from './profile/recent-writes.ts';
import type { CachedReads } from './reservie/cached-reads.ts';
import type { ReservieClient } from './reservie/client.ts';
import { PATIENCE_MS, Urgency } from './reservie/lane.ts';
import { profileRead } from './profile/profile-read.ts';
import { readList } from './reservie/read.ts';
import { TolerantCustomer } from './reservie/tolerant-customer.ts';
import type { Schedule } from '#kit/schedule.ts';
import { findStaff } from './store/staff.ts';
import { readStudioSettings } from './store/studio-settings.ts';

export interface LiveDeskOptions {
  client: ReservieClient;
  reads: CachedReads;
  accounts: Accounts;
  clock: Clock;
  schedule: Schedule;
}

export interface LiveDesk {
  directory: Directory;
  flow: ProfileFlow;
  events: LiveEvents;
  log: HistoryLog;
  recorder: CallRecorder;
  /** `around` for whatever changes who may do what: open streams are looked at again. */
  aroundStaff: CallRecorder['around'];
}

/** What makes the desk live and accountable, joined: the list, its changes, who hears of them and where they are put down. */
export async function openLiveDesk(app: FastifyInstance, options: LiveDeskOptions): Promise<LiveDesk> {
  const { client, reads, accounts, clock, schedule } = options;
  const { store } = accounts;
  const onTrouble = (message: string) => app.log.error(message);
  const recentWrites = new RecentWrites();
  await rememberWrites(store, recentWrites, clock());
  const bus = await openEventBus(store, onTrouble);
  const log = new HistoryLog({ store, clock, schedule, onTrouble });
  const versions = new ProfileVersions({ store, clock, onTrouble });
  const events = new LiveEvents(bus, schedule);
  const directory: Directory = new Directory({
    load: async (isAwaited) => {
      const lane = isAwaited ? 'interactive' : 'background';
      const urgency = new Urgency(lane, clock() + PATIENCE_MS[lane]);
      return readList(TolerantCustomer, await client.read('listCustomers', {}, { urgency }));
    },
    recentWrites,
    clock,
    onRow: (row) => flow.listed(row),
    onFetched: (data, isChanged, fetchedAt) => {
      flow.listSeen(data);
      if (isChanged) events.tellDirectory({ asOf: new Date(fetchedAt).toISOString() });
    },
  });
  const flow: ProfileFlow = new ProfileFlow({
    bus,
    recentWrites,
    directory,
    versions,
    log,
    clock,
    schedule,
    read: async (customerId) => {
      const profile = profileRead(customerId, (raw) => flow.hear(raw));
      return (await reads.getAnew(profile, { lane: 'background' })).value;
    },
  });
  bus.subscribe((message) => {
    if (message.kind === 'profile') {
      // Written, perhaps by another process, or changed in Reservie: what is kept is from before.
      if (message.before || message.by === null) reads.forgetCustomer(message.profile.id);
      return;
    }
    if (message.kind !== 'missed') return;
    directory.expire();
    reads.forgetCustomers();
    rememberWrites(store, recentWrites, clock()).catch(() => onTrouble('What was written lately could not be read.'));
  });

  app.addHook('preClose', async () => events.close());
  app.addHook('onClose', async () => {
    flow.close();
    await versions.close();
    await log.flush();
    await bus.close();
  });
  decorateHistory(app);
  const recorder = recordCalls(
    log,
    {
      describeStaff: (staffId) => findStaff(store, staffId),
      readSettings: async () => (await readStudioSettings(store)).settings,
    },
    clock,
  );
  recordLandings(app, recorder);
  return {
    directory,
    flow,
    events,
    log,
    recorder,
    aroundStaff: (call: ServeCall, run) =>
      recorder.around(call, async () => {
        const answer = await run();
        // Not before the answer: it may bring the cookie of the session that takes the place of the one that has ended.
        if (call.definition.method !== 'GET') {
          finished(call.context.reply.raw, () => bus.publish({ kind: 'sessions' }));
        }
        return answer;
      }),
  };
}
