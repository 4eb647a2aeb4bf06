import * as z from 'zod/mini';
import { CustomerProfile } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { Instant } from './time.ts';

/** `saved`: Reservie took it; `confirmed`: a read has shown it; `not_confirmed`: no read has, for five minutes. */
export const SaveState = z.enum(['saved', 'confirmed', 'not_confirmed']);
export type SaveState = z.infer<typeof SaveState>;

/** A customer's profile is new, or what is known of its saving. Without `archived`, which only the list knows. */
export const CustomerEvent = z.object({
  customer: CustomerProfile,
  /** Who wrote it; null: a person outside Studio Desk. */
  by: z.nullable(z.string()),
  state: SaveState,
});
export type CustomerEvent = z.infer<typeof CustomerEvent>;

/** The customer list has changed: read it again, unless one from then or later is at hand. Null: read it anyway. */
export const DirectoryEvent = z.object({ asOf: z.nullable(Instant) });
export type DirectoryEvent = z.infer<typeof DirectoryEvent>;

/** The first event of a stream, and its heartbeat: whose stream it is, as `SESSION_VIEW_HEADER` says it. */
export const SessionEvent = z.object({ view: z.string() });
export type SessionEvent = z.infer<typeof SessionEvent>;

/** The last event of a stream. Only after `closing` is it worth coming back at once. */
export const ByeEvent = z.object({ reason: z.enum(['signed_out', 'too_many', 'closing']) });
export type ByeEvent = z.infer<typeof ByeEvent>;

export const live = {
  watchEvents: endpoint({
    method: 'GET',
    path: '/api/events',
    access: 'viewer',
    summary:
      'Server-sent events `session`, `customer`, `directory` and `bye`. Goes on after Last-Event-ID, or after `after`.',
    query: z.object({ after: z.optional(z.string().check(z.maxLength(64))) }),
    answer: z.string(),
  }),
};
