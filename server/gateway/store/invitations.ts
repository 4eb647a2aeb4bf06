import { randomUUID } from 'node:crypto';
import type { Role } from '#contract/role.ts';
import type { Invitation } from '#contract/staff.ts';
import type { Store } from './store.ts';

export interface NewInvitation {
  email: string;
  role: Role;
  tokenHash: string;
  /** The manager's name, as it was then. */
  invitedBy: string;
  /** Absent for those made before this was kept. */
  invitedById?: string | null;
  createdAt: number;
  expiresAt: number;
}

interface TakenInvitation extends NewInvitation {
  id: string;
}

/** One for each address: a newer one takes the place of an older one, whose link dies. */
export async function saveInvitation({ db }: Store, invitation: NewInvitation): Promise<void> {
  const row = { id: randomUUID(), ...invitation };
  await db
    .insertInto('invitation')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doUpdateSet(row))
    .execute();
}

/** Those that are still open, the newest first. */
export async function listInvitations({ db }: Store, now: number): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'invitedBy', 'createdAt', 'expiresAt'])
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
  }));
}

export async function withdrawInvitation({ db }: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitation').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** To whom an open invitation was sent, by its link; it stays. */
export async function findInvited({ db }: Store, tokenHash: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select('email')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.email;
}

/** Takes an open invitation away, by its link: of two who use it at once only one gets it. */
export function takeInvitation({ db }: Store, tokenHash: string, now: number): Promise<TakenInvitation | undefined> {
  return db
    .deleteFrom('invitation')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .returning(['id', 'email', 'role', 'tokenHash', 'invitedBy', 'invitedById', 'createdAt', 'expiresAt'])
    .executeTakeFirst();
}

/** As it was, so that a page which shows it can still withdraw it. One that was made meanwhile stays instead. */
export async function putBackInvitation({ db }: Store, taken: TakenInvitation): Promise<void> {
  await db
    .insertInto('invitation')
    .values(taken)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes an open invitation away, by the address that an OpenID provider vouches for. */
export function takeInvitationOf({ db }: Store, email: string, now: number): Promise<NewInvitation | undefined> {
  return db
    .deleteFrom('invitation')
    .where('email', '=', email.toLowerCase())
    .where('expiresAt', '>', now)
    .returning(['email', 'role', 'tokenHash', 'invitedBy', 'invitedById', 'createdAt', 'expiresAt'])
    .executeTakeFirst();
}

export async function forgetOldInvitations({ db }: Store, now: number): Promise<void> {
  await db.deleteFrom('invitation').where('expiresAt', '<=', now).execute();
}
