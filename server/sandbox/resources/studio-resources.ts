import type { Handlers } from '#contract/endpoint.ts';
import type { EventsQuery } from '#contract/event.ts';
import type { reservie } from '#contract/reservie.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeContext } from '#kit/serve.ts';
import { createAppointmentStore } from '../db/appointments.ts';
import { createEventStore } from '../db/events.ts';
import type { Database } from '../db/open.ts';
import { windowOf } from '../db/paged.ts';
import { createPassStore } from '../db/passes.ts';
import { createRegisterStore } from '../db/register.ts';
import { studioTime } from '../db/studio-time.ts';
import { createSubscriptionStore } from '../db/subscriptions.ts';
import { createVideoStore } from '../db/videos.ts';
import { NotFound } from './errors.ts';

type StudioEndpoint =
  | 'listPasses'
  | 'getPass'
  | 'listPassPackages'
  | 'listPlans'
  | 'getPlan'
  | 'listEvents'
  | 'getEvent'
  | 'getRegister'
  | 'listMedia'
  | 'getMedia'
  | 'listStudioAppointments';

/** What belongs to the studio rather than to one customer. Throws NotFound. */
export function createStudioHandlers(
  database: Database,
  clock: Clock,
): Pick<Handlers<typeof reservie, ServeContext>, StudioEndpoint> {
  const passes = createPassStore(database);
  const subscriptions = createSubscriptionStore(database);
  const events = createEventStore(database);
  const registers = createRegisterStore(database);
  const videos = createVideoStore(database, clock);
  const appointments = createAppointmentStore(database);

  return {
    listPasses: () => ({ data: passes.list() }),
    getPass: ({ params }) => ({ data: found('Pass', passes.find(params.passId)) }),
    listPassPackages: ({ params }) => ({ data: found('Pass', passes.live(params.passId, studioTime(clock()))) }),
    listPlans: () => ({ data: subscriptions.plans() }),
    getPlan: ({ params }) => ({ data: found('Subscription plan', subscriptions.plan(params.planId)) }),
    listEvents: ({ query }) => ({ data: events.between(...spanOf(query, clock())) }),
    getEvent: ({ params }) => ({ data: found('Event', events.find(params.eventId)) }),
    getRegister: ({ params }) => ({ data: found('Event date', registers.find(params.eventId, params.dateId)) }),
    listMedia: () => ({ data: videos.list() }),
    getMedia: ({ params }) => ({ data: found('Video', videos.find(params.mediaId)) }),
    listStudioAppointments: ({ query }) => {
      const { startDate = '', endDate = '9999-12-31', page, pageSize } = query;
      // `T99` sorts after every time of that day.
      return { ...appointments.between(windowOf(query), startDate, `${endDate}T99`), page, pageSize };
    },
  };
}

/**
 * Which starts `GET /events` asks for, both ends included, in milliseconds since 1970. What has begun is past. Without
 * any parameter: what is still to come (docs/sandbox-differences.md).
 */
export function spanOf({ timeFilter, startDate, endDate }: EventsQuery, now: number): [from: number, until: number] {
  const open = endDate === undefined ? now + 1 : Number.MIN_SAFE_INTEGER;
  const from = startDate === undefined ? open : Date.parse(startDate);
  const until = endDate === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(endDate);
  if (timeFilter === 'future') return [Math.max(from, now + 1), until];
  return timeFilter === 'past' ? [from, Math.min(until, now)] : [from, until];
}

function found<Item>(what: string, item: Item | undefined): Item {
  if (item === undefined) throw new NotFound(what);
  return item;
}
