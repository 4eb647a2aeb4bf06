import type { Kysely } from 'kysely';
import type { Role } from '#contract/role.ts';
import type { Staff } from '#contract/session.ts';
import { BY_PASSWORD } from './password-links.ts';
import type { Store } from './store.ts';
import type { StaffStatus, Tables, UserTable } from './tables.ts';

interface StaffRow extends UserTable {
  /** As `twoFactorEnabled`: 0 or 1 on SQLite, a boolean on PostgreSQL. */
  hasPassword: unknown;
  /** Since when their role needs a second factor; null: it does not. */
  neededSince: number | null;
}

export type StaffChange = { role?: Role | undefined; status?: StaffStatus | undefined };

/** In order of their names. */
export async function listStaff({ db }: Store): Promise<Staff[]> {
  const rows = await selectStaff(db).orderBy('name').orderBy('user.id').execute();
  return rows.map((row) => toStaff(row));
}

/** `signedInAt`: when the session began that asks; left out, as if it began now. */
export async function findStaff({ db }: Store, id: string, signedInAt = Infinity): Promise<Staff | undefined> {
  const row = await selectStaff(db).where('user.id', '=', id).executeTakeFirst();
  return row && toStaff(row, signedInAt);
}

export async function findStaffByEmail({ db }: Store, email: string): Promise<Staff | undefined> {
  const row = await selectStaff(db).where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row && toStaff(row);
}

/** Whether there is a manager, who can invite others. */
export async function hasManager({ db }: Store): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'manager')
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function recordSignIn({ db }: Store, id: string, now: number): Promise<void> {
  await db.updateTable('user').set({ lastSignInAt: now }).where('id', '=', id).execute();
}

/**
 * Changes a member's role or status. A disabled member is signed out everywhere, forgotten by every device,
 * and has no link for a new password any more. The links that a manager made for others end when they manage no more.
 * `last_manager`: nothing was changed, because no other member could manage afterwards.
 */
export function changeStaff(
  { db, kind }: Store,
  id: string,
  change: StaffChange,
): Promise<Staff | 'last_manager' | undefined> {
  return db.transaction().execute(async (transaction) => {
    const active = transaction
      .selectFrom('user')
      .select('id')
      .where('role', '=', 'manager')
      .where('status', '=', 'active')
      .orderBy('id');
    // Two managers who demote each other at the same moment must not both succeed; SQLite has one writer anyway.
    const managers = await (kind === 'postgres' ? active.forUpdate() : active).execute();
    const before = await selectStaff(transaction).where('user.id', '=', id).executeTakeFirst();
    if (!before) return undefined;
    const role = change.role ?? before.role;
    const status = change.status ?? before.status;
    const isLast = managers.length === 1 && managers[0]?.id === id;
    if (isLast && (role !== 'manager' || status !== 'active')) return 'last_manager';
    await transaction.updateTable('user').set({ role, status }).where('id', '=', id).execute();
    // What a manager has begun ends with them: otherwise they could keep a link to another manager's account.
    if (role !== 'manager' || status === 'disabled') {
      await transaction.deleteFrom('invitation').where('invitedById', '=', id).execute();
      await transaction.deleteFrom('passwordLink').where('madeById', '=', id).execute();
    }
    if (status === 'disabled') {
      await transaction.deleteFrom('session').where('userId', '=', id).execute();
      await transaction.deleteFrom('knownDevice').where('userId', '=', id).execute();
      await transaction.deleteFrom('passwordLink').where('userId', '=', id).execute();
    }
    return toStaff({ ...before, role, status });
  });
}

/** In one statement, because it is asked on every request. */
function selectStaff(db: Kysely<Tables>) {
  return db
    .selectFrom('user')
    .leftJoin('secondFactorRole', 'secondFactorRole.role', 'user.role')
    .select(['user.id', 'name', 'email', 'user.role', 'status', 'lastSignInAt', 'twoFactorEnabled'])
    .select('secondFactorRole.since as neededSince')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('account')
            .select('account.userId')
            .whereRef('account.userId', '=', 'user.id')
            .where('account.providerId', '=', BY_PASSWORD)
            .where('account.password', 'is not', null),
        )
        .as('hasPassword'),
    );
}

function toStaff(row: StaffRow, signedInAt = Infinity): Staff {
  const hasPassword = Boolean(row.hasPassword);
  const hasTwoFactor = Boolean(row.twoFactorEnabled);
  const isNeeded = row.neededSince !== null && row.neededSince <= signedInAt;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    isDisabled: row.status === 'disabled',
    hasPassword,
    hasTwoFactor,
    needsTwoFactor: isNeeded && hasPassword && !hasTwoFactor,
    lastSignInAt: row.lastSignInAt === null ? null : new Date(row.lastSignInAt).toISOString(),
  };
}

/** Puts a member of the demo back into their role, or, when there is no demo, out of the house. */
export async function setDemoStaff({ db }: Store, email: string, role: Role, isDemo: boolean): Promise<void> {
  await db
    .updateTable('user')
    .set({ role, status: isDemo ? 'active' : 'disabled' })
    .where('email', '=', email)
    .execute();
}

export async function endSession({ db }: Store, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', token).execute();
}

/** Signs a user out everywhere. */
export async function endSessionsOf({ db }: Store, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute();
}
