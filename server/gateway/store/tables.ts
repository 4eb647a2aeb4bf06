import type { Role } from '#contract/role.ts';

/** Of better-auth; only what our own statements touch. Its dates and booleans differ between the databases: left out. */
interface UserTable {
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

interface InvitationTable {
  id: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}

interface SetUpLinkTable {
  tokenHash: string;
  expiresAt: number;
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

/**
 * Every table. Only types that mean the same on SQLite and PostgreSQL: text, integer, and moments as milliseconds since
 * 1970 in a bigint.
 */
export interface Tables {
  user: UserTable;
  session: SessionTable;
  invitation: InvitationTable;
  setUpLink: SetUpLinkTable;
  knownDevice: KnownDeviceTable;
  throttle: ThrottleTable;
}
