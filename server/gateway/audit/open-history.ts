import { finished } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Clock, Schedule } from '#kit/clock.ts';
import type { ServeCall } from '#kit/serve.ts';
import type { EventBus } from '../live/event-bus.ts';
import { listSecondFactorRoles } from '../store/second-factor-roles.ts';
import { findStaff } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import { readStudioSettings } from '../store/studio-settings.ts';
import { HistoryLog } from './history-log.ts';
import { type CallRecorder, decorateHistory, recordCalls } from './record-calls.ts';
import { recordLandings } from './record-landings.ts';

export interface HistoryOptions {
  store: Store;
  bus: EventBus;
  clock: Clock;
  schedule: Schedule;
  onTrouble: (message: string) => void;
}

export interface OpenHistory {
  log: HistoryLog;
  recorder: CallRecorder;
  /** `around` of everything that changes who may do what: open streams are looked at again, unless a stranger asked. */
  aroundStaff: CallRecorder['around'];
}

/** The record of who did what: what of each request is recorded, and where. */
export function openHistory(app: FastifyInstance, options: HistoryOptions): OpenHistory {
  const { store, bus, clock, schedule, onTrouble } = options;
  const log = new HistoryLog({ store, clock, schedule, onTrouble });
  app.addHook('onClose', () => log.close());
  decorateHistory(app);
  const before = {
    describeStaff: (staffId: string) => findStaff(store, staffId),
    listSecondFactorRoles: () => listSecondFactorRoles(store),
    readSettings: async () => (await readStudioSettings(store)).settings,
  };
  const recorder = recordCalls(log, before, clock);
  recordLandings(app, recorder);
  return {
    log,
    recorder,
    aroundStaff: (call: ServeCall, run) =>
      recorder.around(call, async () => {
        const answer = await run();
        const { method } = call.definition;
        const { request, reply } = call.context;
        // A public call without a member of staff, such as signing out without a session, has changed nothing.
        const isByStaff = request.staff !== null || request.hasLeft;
        // Not before the answer: it may bring the cookie of the session that takes the place of the one that has ended.
        if (method !== 'GET' && isByStaff) {
          finished(reply.raw, () => bus.publish({ kind: 'sessions' }));
        }
        return answer;
      }),
  };
}
