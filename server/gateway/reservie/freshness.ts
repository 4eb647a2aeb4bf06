import type { reservie } from '#contract/reservie.ts';

/** Ages of an answer in seconds, each counted from the moment Reservie gave it. */
export interface Freshness {
  /** Served as it is. */
  fresh: number;
  /** Served at once, while a fresh one is fetched. */
  refetched: number;
  /** Served, marked as stale, when Reservie cannot be asked. */
  kept: number;
}

const HOUR = 3_600;

const NEVER: Freshness = { fresh: 0, refetched: 0, kept: 0 };
const RECORD: Freshness = { fresh: 30, refetched: 120, kept: 4 * HOUR };
const LIST: Freshness = { fresh: 60, refetched: 300, kept: 4 * HOUR };
/** Health answers: kept in memory no longer than a conversation about them. */
const SENSITIVE: Freshness = { fresh: 60, refetched: 300, kept: HOUR / 2 };

/** All that the gateway reads of Reservie; docs/caching.md shows the same table, and a test compares the two. */
export const FRESHNESS = {
  // server/gateway/directory/directory.ts keeps the list itself, once for all staff.
  listCustomers: NEVER,
  getProfile: RECORD,
  listBookings: RECORD,
  getTransaction: LIST,
  listPassPurchases: LIST,
  listVideoPurchases: LIST,
  listMandates: LIST,
  listAppointments: LIST,
  listNotes: LIST,
  listQuestionnaireAnswers: SENSITIVE,
  listEvents: LIST,
  getRegister: RECORD,
} as const satisfies Partial<Record<keyof typeof reservie, Freshness>>;

export type ReadName = keyof typeof FRESHNESS;

/** What a save of the profile changes: the names and addresses that these answers carry. */
export const CHANGED_BY_A_SAVE: ReadonlySet<ReadName> = new Set(['getProfile', 'listBookings', 'getTransaction']);
