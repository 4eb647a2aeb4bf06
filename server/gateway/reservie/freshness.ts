import type { reservie } from '#contract/reservie.ts';

/** Everything that is read from Reservie; the other two calls are a token and a save. */
export type ReadName = Exclude<keyof typeof reservie, 'createToken' | 'updateProfile'>;

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
/** What the studio offers changes once in a while. */
const CATALOGUE: Freshness = { fresh: 600, refetched: HOUR, kept: 24 * HOUR };

/** docs/caching.md says the same in a table, and a test compares the two. */
export const FRESHNESS: Readonly<Record<ReadName, Freshness>> = {
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
  listPasses: CATALOGUE,
  getPass: CATALOGUE,
  listPassPackages: LIST,
  listPlans: CATALOGUE,
  getPlan: CATALOGUE,
  listEvents: LIST,
  getEvent: LIST,
  getRegister: RECORD,
  listMedia: CATALOGUE,
  getMedia: CATALOGUE,
  listStudioAppointments: LIST,
};

/** What a save of the profile changes: the names and addresses that these answers carry. */
export const CHANGED_BY_A_SAVE: ReadonlySet<ReadName> = new Set(['getProfile', 'listBookings', 'getTransaction']);
