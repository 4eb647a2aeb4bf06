import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { WireError } from '#contract/error.ts';
import type { CustomerId } from '#contract/id.ts';
import type { UnreadableRow } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';
import type { MatchReason } from '../matching/attempt.ts';
import type { LookedUpList } from '../matching/look-up-list.ts';
import type { Marks } from '../matching/highlight.ts';
import type { DismissedGroup, DuplicateGroup } from '../duplicates/duplicate-group.ts';
import type { CustomerFilters } from './filters.ts';
import type { SortDirection, SortKey } from './sort.ts';

export const STATUSES = ['active', 'archived', 'all'] as const;
export type Status = (typeof STATUSES)[number];

export interface DirectoryQuery {
  q: string;
  status: Status;
  sort: SortKey;
  direction: SortDirection;
  filters?: CustomerFilters;
}

export interface DirectoryRow {
  customer: Customer;
  reason: MatchReason;
  marks: Marks;
  /** When the customer was first seen, if that was lately; in ms since 1970. */
  newSince?: number;
  isDuplicate?: true;
  isChanged?: true;
  /** The mobile as it is shown in a studio of this country, where the worker has written it. */
  written?: { mobile: string; country: string };
}

/** Where a customer stands in a result. */
export interface Located {
  /** From 0. */
  index: number;
  total: number;
  before: CustomerId | undefined;
  after: CustomerId | undefined;
}

/** What the gateway and the reader's own record add to the list; see `Knowledge` in filters.ts. */
export interface LearntNews {
  now: number;
  firstSeen: readonly { customerId: string; at: number }[];
  changed: readonly string[];
  country: string;
  notDuplicates: readonly DismissedGroup[];
  /** Opened lately, and pinned: first among those who fit a search as well. */
  recent: readonly CustomerId[];
}

/** Rows `from`, `from + 1`, … of a result. */
export interface RowWindow {
  from: number;
  rows: DirectoryRow[];
}

/** A list of which only a part is here. */
export interface Arrival {
  arrived: number;
  /** The rest will not come by itself. */
  isBroken: boolean;
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
  /** While the list is not here as a whole: it was searched as far as it is. */
  arrival?: Arrival;
}

/** What the page may ask the worker for, and what it gets: nothing when a newer query has taken its place. */
export interface DirectoryCalls {
  query: { given: [query: DirectoryQuery, from: number, to: number]; answer: DirectoryAnswer | undefined };
  rows: { given: [resultId: number, from: number, to: number, country?: string]; answer: RowWindow | undefined };
  find: { given: [customerId: CustomerId]; answer: Customer | undefined };
  /** Customers of a result in its order, or those with the given ids in the given order; to copy, export or print. */
  take: { given: [what: DirectoryQuery | readonly CustomerId[], from: number, to: number]; answer: Customer[] };
  locate: { given: [query: DirectoryQuery, customerId: CustomerId]; answer: Located | undefined };
  /** How many each of the queries finds. */
  count: { given: [queries: readonly DirectoryQuery[]]; answer: number[] };
  /** How many each of FILTER_OPTIONS would show. */
  options: { given: [query: DirectoryQuery]; answer: number[] };
  /** Groups of likely duplicates; the first time it takes a while. */
  duplicates: { given: []; answer: DuplicateGroup[] };
  /** What each line of a pasted list finds. */
  lookUp: { given: [text: string]; answer: LookedUpList };
  learn: { given: [news: LearntNews]; answer: undefined };
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

/**
 * `isShared`: the answer stands in the shared memory, until the next one takes its place. `changed`: the customers are not
 * the same any more, ask again. `view`: whose list an answer of the gateway was.
 */
export type DirectoryMessage =
  | { id: number; answer: unknown }
  | { id: number; error: PostedError }
  | { id: number; isShared: true }
  | { changed: true }
  | { view: string | null };
