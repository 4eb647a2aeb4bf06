import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { CustomerId } from './id.ts';
import { PageQuery, QueryBoolean, list, page } from './page.ts';
import { Role } from './role.ts';
import { Instant } from './time.ts';

/** What a field said before and after; null where there was or is none. */
export const HistoryChange = z.object({
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type HistoryChange = z.infer<typeof HistoryChange>;

/** Stands where something was said about a customer who has been forgotten. */
export const FORGOTTEN = '[forgotten]';

export const HistoryResult = z.enum([
  'done',
  /** Not allowed, not valid, or there is no such record; nothing was changed. */
  'refused',
  /** Another user had changed the same field; nothing was changed. */
  'conflict',
  /** The answer was lost: it may or may not have been done. */
  'unclear',
  /** `code` says why; nothing was changed. */
  'failed',
]);
export type HistoryResult = z.infer<typeof HistoryResult>;

/** Whether Reservie has been seen to agree with a profile that was written. */
export const Confirmation = z.enum(['confirmed', 'not_confirmed']);
export type Confirmation = z.infer<typeof Confirmation>;

export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  /** Name and role as they were then; null: not known, or a person outside Studio Desk. */
  staff: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      role: Role,
      /** The account's e-mail address, since names may look alike. */
      email: z.nullable(z.string()),
    }),
  ),
  /** The endpoint's name, such as `updateProfile`; `changedOutside` for changes that were made elsewhere. */
  action: z.string(),
  customerId: z.nullable(CustomerId),
  /** Whom it is about when that is no customer, such as the e-mail address of a sign-in. */
  subject: z.nullable(z.string()),
  changes: z.array(HistoryChange),
  /** Null: it was begun, and nothing is known of its end. */
  result: z.nullable(HistoryResult),
  confirmation: z.nullable(Confirmation),
  /** The error code of an end other than `done`. */
  code: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const ProfileVersion = z.object({
  /** When it was first seen. */
  at: Instant,
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
  mobile: z.string(),
  /** Null until the customer list has been read. */
  archived: z.nullable(z.boolean()),
  /** `first`: what was there when Studio Desk first looked. */
  origin: z.enum(['first', 'desk', 'outside']),
  /** Who wrote it, if it was a member of staff. */
  by: z.nullable(z.string()),
});
export type ProfileVersion = z.infer<typeof ProfileVersion>;

/** What a person may ask for (GDPR, article 15), of what lies here and not in Reservie. */
export const KeptOfPerson = z.object({
  customerId: CustomerId,
  exportedAt: Instant,
  versions: z.array(ProfileVersion),
  record: z.array(HistoryEntry),
});
export type KeptOfPerson = z.infer<typeof KeptOfPerson>;

const filters = {
  customerId: z.optional(CustomerId),
  staffId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))),
  /** Leaves out who looked at what. */
  changesOnly: z._default(QueryBoolean, false),
};

/** Who did what, for managers. Nothing here can be changed or removed, but for what it says about a customer. */
export const history = {
  listHistory: endpoint({
    method: 'GET',
    path: '/api/history',
    access: 'manager',
    isRecorded: true,
    summary: 'List what was done, the newest first: by all staff, or about one customer, or by one member of staff.',
    query: z.extend(PageQuery, filters),
    answer: page(HistoryEntry),
  }),
  exportHistory: endpoint({
    method: 'GET',
    path: '/api/history.csv',
    access: 'manager',
    summary: 'The same as a CSV file, one line for each field that was changed. The export is itself recorded.',
    query: z.object(filters),
    answer: z.string(),
  }),
  listProfileVersions: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/versions',
    access: 'manager',
    isRecorded: true,
    summary: 'List every version of a profile that was seen, the newest first.',
    params: z.object({ customerId: CustomerId }),
    answer: list(ProfileVersion),
  }),
  exportPerson: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/kept',
    access: 'manager',
    summary: 'Everything that Studio Desk keeps of one customer, as one JSON file. The export is itself recorded.',
    params: z.object({ customerId: CustomerId }),
    answer: KeptOfPerson,
  }),
  forgetPerson: endpoint({
    method: 'POST',
    path: '/api/customers/{customerId}/forget',
    access: 'manager',
    summary:
      'Remove what Studio Desk keeps about one customer: a tombstone takes its place in the record, which still says who did what and when.',
    params: z.object({ customerId: CustomerId }),
    answer: z.object({ done: z.literal(true) }),
  }),
};
