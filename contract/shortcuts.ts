import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { CustomerId } from './id.ts';
import { Instant } from './time.ts';

const ViewId = z.string().check(z.regex(/^[a-z0-9]{1,64}$/));
const ViewName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Enter a name'),
    z.maxLength(60, 'Use at most 60 characters'),
    z.regex(/^\P{Cc}*$/u, 'Use letters, not control characters'),
  );
/** The list’s part of an address, as it stands after the question mark: `mobile=none&sort=email`. */
const ViewSearch = z.string().check(z.maxLength(600), z.regex(/^[^\s#?]*$/, 'This is no part of an address'));

/** The customer list as a member of staff saved it under a name. */
export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  search: z.string(),
  isShared: z.boolean(),
  /** Whether the reader saved it; managers may change what others share too. */
  isOwn: z.boolean(),
  /** Who saved it. */
  by: z.string(),
});
export type SavedView = z.infer<typeof SavedView>;

/** Customers of whom staff said that they are no duplicates of each other, as their data were then. */
export const NotDuplicates = z.object({
  customerIds: z.array(CustomerId),
  /** Made by the page from what the customers are compared by: another one means that the data have changed. */
  fingerprint: z.string(),
  by: z.string(),
  at: Instant,
});
export type NotDuplicates = z.infer<typeof NotDuplicates>;

/** What a member of staff has at hand beside the list. */
export const Shortcuts = z.object({
  /** Own ones, and those that others share; in order of their names. */
  views: z.array(SavedView),
  /** Whom the reader looked at, the latest first. */
  recent: z.array(z.object({ customerId: CustomerId, at: Instant })),
  pinned: z.array(CustomerId),
  /** Whether the reader’s role may copy and export what the list shows. */
  canExport: z.boolean(),
  notDuplicates: z.array(NotDuplicates),
});
export type Shortcuts = z.infer<typeof Shortcuts>;

/** Who is new and who has changed; only the gateway sees when. */
export const CustomerNews = z.object({
  /** The gateway’s clock. */
  now: Instant,
  /** Who was there when the gateway first read the list is not new; null until then. */
  watchedSince: z.nullable(Instant),
  /** Of the last 90 days. */
  firstSeen: z.array(z.object({ customerId: CustomerId, at: Instant })),
  /** Changed by another, or outside, since the reader last looked at them; of the last 90 days. */
  changed: z.array(CustomerId),
});
export type CustomerNews = z.infer<typeof CustomerNews>;

export const ExportFormat = z.enum(['csv', 'table', 'emails', 'addresses', 'print']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const MOST_PINNED = 30;
const Done = z.object({ done: z.literal(true) });

/** Views, pins, recent customers, exports: what staff do with the list. */
export const shortcutApi = {
  getShortcuts: endpoint({
    method: 'GET',
    path: '/api/shortcuts',
    access: 'viewer',
    summary: 'Read one’s saved views, recent and pinned customers, and what was found to be no duplicate.',
    answer: Shortcuts,
  }),
  getCustomerNews: endpoint({
    method: 'GET',
    path: '/api/customer-news',
    access: 'viewer',
    summary: 'Say which customers are new, and which have changed since the reader last looked at them.',
    answer: CustomerNews,
  }),
  createView: endpoint({
    method: 'POST',
    path: '/api/views',
    access: 'viewer',
    summary: 'Save the list as it is under a name. Sharing it with all staff needs the desk’s role.',
    body: z.object({ name: ViewName, search: ViewSearch, isShared: z._default(z.boolean(), false) }),
    answer: SavedView,
  }),
  changeView: endpoint({
    method: 'PATCH',
    path: '/api/views/{viewId}',
    access: 'viewer',
    summary: 'Rename, share or overwrite a view of one’s own; managers also those that others share.',
    params: z.object({ viewId: ViewId }),
    body: z.object({
      name: z.optional(ViewName),
      search: z.optional(ViewSearch),
      isShared: z.optional(z.boolean()),
    }),
    answer: SavedView,
  }),
  removeView: endpoint({
    method: 'DELETE',
    path: '/api/views/{viewId}',
    access: 'viewer',
    summary: 'Remove a view of one’s own; managers also those that others share.',
    params: z.object({ viewId: ViewId }),
    answer: Done,
  }),
  pinCustomer: endpoint({
    method: 'PUT',
    path: '/api/pins/{customerId}',
    access: 'viewer',
    summary: 'Pin a customer for oneself.',
    params: z.object({ customerId: CustomerId }),
    answer: Done,
  }),
  unpinCustomer: endpoint({
    method: 'DELETE',
    path: '/api/pins/{customerId}',
    access: 'viewer',
    summary: 'Pin a customer no more.',
    params: z.object({ customerId: CustomerId }),
    answer: Done,
  }),
  recordExport: endpoint({
    method: 'POST',
    path: '/api/exports',
    access: 'desk',
    summary: 'Record that customers are copied or exported, before they are. Refused where the role may not.',
    body: z.object({
      format: ExportFormat,
      count: z.int().check(z.gte(0), z.lte(10_000_000)),
      /** What was searched for and narrowed to, in words. */
      filter: z.string().check(z.maxLength(600)),
      columns: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
    }),
    answer: Done,
  }),
  markNotDuplicates: endpoint({
    method: 'POST',
    path: '/api/duplicates/dismissed',
    access: 'desk',
    summary: 'Remember, or forget, for all staff that customers are no duplicates of each other.',
    body: z.object({
      customerIds: z.array(CustomerId).check(z.minLength(2), z.maxLength(50)),
      fingerprint: z.string().check(z.minLength(1), z.maxLength(64)),
      isDuplicate: z._default(z.boolean(), false),
    }),
    answer: Done,
  }),
};
