import type { live } from '#contract/live.ts';
import type { Staff } from '#contract/session.ts';
import type { ServeHandlers } from '#kit/serve.ts';
import { staffOf } from '../accounts/authorize.ts';
import { type Sessions, sessionViewOf } from '../accounts/sessions.ts';
import type { LiveEvents, Watcher } from '../live/live-events.ts';
import { audienceOf } from '../mask/audience.ts';

/** The stream of what changes, for as long as a page watches. */
export function liveRoutes(events: LiveEvents, sessions: Pick<Sessions, 'peek'>): ServeHandlers<typeof live> {
  return {
    watchEvents: ({ query }, { request, reply }) => {
      // nginx would collect the stream, and anything in between might compress or keep it.
      reply.headers({ 'x-accel-buffering': 'no', 'cache-control': 'no-store, no-transform' });
      reply.type('text/event-stream; charset=utf-8');
      if (request.method === 'HEAD') return reply.send();
      const watcher = watcherOf(staffOf(request));
      const header = request.headers['last-event-id'];
      const stream = events.open(
        watcher,
        async () => {
          const staff = await sessions.peek(request);
          return staff ? watcherOf(staff) : undefined;
        },
        // What the browser sends by itself when it comes back is newer than what stood in the address.
        typeof header === 'string' ? header : query.after,
      );
      return reply.send(stream);
    },
  };
}

function watcherOf(staff: Staff): Watcher {
  return { staffId: staff.id, audience: audienceOf({ staff }), view: sessionViewOf(staff) };
}
