import type { Confirmation, HistoryResult, ProfileVersion } from '#contract/history.ts';
import type { Role } from '#contract/role.ts';

/** Of better-auth; only what our own statements touch. Its dates and booleans differ between the databases: left out. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: StaffStatus;
  /** Milliseconds since 1970. */
  lastSignInAt: number | null;
  /** 0 or 1 on SQLite, a boolean on PostgreSQL. */
  twoFactorEnabled: boolean | number | null;
}

export type StaffStatus = 'active' | 'disabled';

interface SessionTable {
  token: string;
  userId: string;
}

/** How a user signs in; of better-auth too. */
interface AccountTable {
  userId: string;
  /** `credential`: by password. */
  providerId: string;
  /** Hashed. */
  password: string | null;
}

/** The secret of a user's app; of better-auth too. */
interface TwoFactorTable {
  userId: string;
}

/** What is half done, such as a sign-in whose code is missing; of better-auth too. */
interface VerificationTable {
  /** Whose, where it has an owner. */
  value: string;
}

/** Roles whose members need a second factor. */
interface SecondFactorRoleTable {
  role: Role;
  /** Sessions that began earlier go on without one. */
  since: number;
}

interface InvitationTable {
  id: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  invitedById: string | null;
  createdAt: number;
  expiresAt: number;
}

interface SetUpLinkTable {
  tokenHash: string;
  expiresAt: number;
}

interface PasswordLinkTable {
  userId: string;
  tokenHash: string;
  /** 0 or 1. */
  turnsTwoFactorOff: number;
  expiresAt: number;
  madeById: string | null;
}

interface KnownDeviceTable {
  deviceHash: string;
  userId: string;
  lastSeenAt: number;
}

interface ThrottleTable {
  key: string;
  attempts: number;
  windowEndsAt: number;
}

interface HistoryTable {
  /** Grows with time: newer entries have greater ids. */
  id: string;
  at: number;
  staffId: string | null;
  staffName: string | null;
  staffRole: Role | null;
  action: string;
  /** 0 or 1. */
  isRead: number;
  customerId: string | null;
  subject: string | null;
  /** JSON: `HistoryChange[]`. */
  changes: string;
  /** Null for what is recorded before it is done: `historyOutcome` says how it ended. */
  result: HistoryResult | null;
  code: string | null;
  requestId: string | null;
}

/** What became of an entry; of several the last one counts. */
interface HistoryOutcomeTable {
  id: string;
  historyId: string;
  at: number;
  result: HistoryResult | Confirmation;
  code: string | null;
}

interface ProfileColumns {
  customerId: string;
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
  /** 0, 1, or null until the customer list has been read. */
  archived: number | null;
}

/** What each customer looked like when last seen, to notice changes; the one table here that is overwritten. */
interface ProfileSeenTable extends ProfileColumns {
  since: number;
  /** JSON: what it said before, because lagging reads still show that. */
  previous: string | null;
  /** When the id was first seen; null for those seen before this was kept. */
  firstSeenAt: number | null;
  /** Since when no customer list has named them. */
  missingSince: number | null;
}

interface ProfileVersionTable extends ProfileColumns {
  id: string;
  at: number;
  origin: ProfileVersion['origin'];
  staffName: string | null;
  historyId: string | null;
}

/** A call to Reservie of the last minute, or under way. */
interface BudgetSlotTable {
  id: string;
  /** The process that took it. */
  holder: string;
  /** 0 or 1. */
  isOpen: number;
  /** Does not count from then on. */
  freeAt: number;
}

/** At most one row. */
interface BudgetPauseTable {
  id: number;
  until: number;
}

/** At most one row: what is older may be removed from the append-only tables. */
interface RetentionTable {
  id: number;
  before: number;
}

/** At most one row. */
interface StudioSettingsTable {
  id: number;
  /** Counts the changes. */
  revision: number;
  /** JSON: `StudioSettings`. */
  settings: string;
}

/** Customers of whom nothing is kept but that they were forgotten. */
interface ForgottenCustomerTable {
  customerId: string;
  at: number;
  /** 1 within the transaction that forgets them: only then may their rows become tombstones. */
  isOpen: number;
}

interface SavedViewTable {
  id: string;
  staffId: string;
  name: string;
  /** The list’s part of an address. */
  search: string;
  /** 0 or 1. */
  isShared: number;
}

interface PinnedCustomerTable {
  staffId: string;
  customerId: string;
  at: number;
}

/** Said by staff, for all staff. */
interface NotDuplicateTable {
  /** In ascending order, with spaces between. */
  customerIds: string;
  fingerprint: string;
  staffName: string;
  at: number;
}

/** At most one row: since when customers who appear are new. */
interface ListWatchTable {
  id: number;
  since: number;
}

/** Which process may work on something now. */
interface LeaseTable {
  key: string;
  fence: number;
  holder: string;
  until: number;
}

/**
 * Every table. Only types that mean the same on SQLite and PostgreSQL: text, integer, and moments as milliseconds since
 * 1970 in a bigint.
 */
export interface Tables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  twoFactor: TwoFactorTable;
  verification: VerificationTable;
  secondFactorRole: SecondFactorRoleTable;
  invitation: InvitationTable;
  setUpLink: SetUpLinkTable;
  passwordLink: PasswordLinkTable;
  knownDevice: KnownDeviceTable;
  throttle: ThrottleTable;
  history: HistoryTable;
  historyOutcome: HistoryOutcomeTable;
  profileSeen: ProfileSeenTable;
  profileVersion: ProfileVersionTable;
  budgetSlot: BudgetSlotTable;
  budgetPause: BudgetPauseTable;
  lease: LeaseTable;
  retention: RetentionTable;
  studioSettings: StudioSettingsTable;
  forgottenCustomer: ForgottenCustomerTable;
  savedView: SavedViewTable;
  pinnedCustomer: PinnedCustomerTable;
  notDuplicate: NotDuplicateTable;
  listWatch: ListWatchTable;
}
