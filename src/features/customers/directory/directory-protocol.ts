import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { WireError } from '#contract/error.ts';
import type { CustomerId } from '#contract/id.ts';
import type { UnreadableRow } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';
import type { Marks } from './highlight.ts';
import type { MatchReason } from './match.ts';
import type { SortDirection, SortKey } from './sort.ts';

export const STATUSES = ['active', 'archived', 'all'] as const;
export type Status = (typeof STATUSES)[number];

export interface DirectoryQuery {
  q: string;
  status: Status;
  sort: SortKey;
  direction: SortDirection;
}

export interface DirectoryRow {
  customer: Customer;
  reason: MatchReason;
  marks: Marks;
}

/** Rows `from`, `from + 1`, … of a result. */
export interface RowWindow {
  from: number;
  rows: DirectoryRow[];
}

export interface DirectoryAnswer extends RowWindow {
  /** Names this result when more of its rows are asked for. */
  resultId: number;
  total: number;
  /** How many match under each status. */
  counts: Record<Status, number>;
  /** How many customers there are, whatever was asked. */
  everyone: number;
  unreadable: UnreadableRow[];
  asOf: Instant;
}

/** What the page may ask the worker for, and what it gets: nothing when a newer query has taken its place. */
export interface DirectoryCalls {
  query: { given: [query: DirectoryQuery, from: number, to: number]; answer: DirectoryAnswer | undefined };
  rows: { given: [resultId: number, from: number, to: number]; answer: RowWindow | undefined };
  find: { given: [customerId: CustomerId]; answer: Customer | undefined };
  patch: { given: [profile: CustomerProfile]; answer: undefined };
  refresh: { given: []; answer: undefined };
}

export type DirectoryRequest = {
  [Name in keyof DirectoryCalls]: { id: number; name: Name; given: DirectoryCalls[Name]['given'] };
}[keyof DirectoryCalls];

/** An error in a shape that survives being posted. */
export type PostedError =
  | { kind: 'http'; status: number; body: WireError }
  | { kind: 'network' }
  | { kind: 'contract'; what: string }
  /** Our own. */
  | { kind: 'fault'; what: string };

/** `changed`: the customers are not the same any more, ask again. */
export type DirectoryMessage = { id: number; answer: unknown } | { id: number; error: PostedError } | { changed: true };
