import type { Role } from '#contract/role.ts';
import type { Clock } from '#kit/clock.ts';
import { Problem } from '../http/problem.ts';
import { findInvited, putBackInvitation, saveInvitation, takeInvitation } from '../store/invitations.ts';
import { saveSetUpLink, takeSetUpLinks } from '../store/set-up-links.ts';
import { findStaffByEmail, hasManager } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import { hashToken, makeLinkToken } from './secrets.ts';
import { refuseWeak } from './password-strength.ts';

const DAY_MS = 24 * 60 * 60_000;
const SET_UP_LIFETIME_MS = DAY_MS;
const INVITATION_LIFETIME_MS = 7 * DAY_MS;

export interface NewMember {
  name: string;
  email: string;
  /** Without one they can only come by OpenID, or by the demo's buttons. */
  password?: string;
  role: Role;
}

/** How people become members of staff: the set-up link, and invitations. Links work once and only for a while. */
export class Newcomers {
  readonly #auth: Auth;
  readonly #store: Store;
  readonly #clock: Clock;

  readonly #studioHost: string | undefined;

  constructor(auth: Auth, store: Store, clock: Clock, publicUrl?: string) {
    this.#studioHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
    this.#auth = auth;
    this.#store = store;
    this.#clock = clock;
  }

  /** The path of a fresh set-up link, with its secret in the fragment; `undefined` once there is a manager. */
  async makeSetUpLink(): Promise<string | undefined> {
    if (await hasManager(this.#store)) return undefined;
    const token = makeLinkToken();
    await saveSetUpLink(this.#store, hashToken(token), this.#clock() + SET_UP_LIFETIME_MS);
    return `/set-up#${token}`;
  }

  /** @returns the new manager's id. */
  async setUp(token: string, { name, email, password }: Omit<NewMember, 'role'>): Promise<string> {
    if (password !== undefined) refuseWeak(password, { name, email, studioHost: this.#studioHost }, 'password');
    const isOpen = await takeSetUpLinks(this.#store, hashToken(token), this.#clock());
    if (!isOpen || (await hasManager(this.#store))) throw deadLink();
    return this.add({ name, email, ...(password !== undefined && { password }), role: 'manager' });
  }

  /** The path of the invitation's link, which is shown once and kept nowhere. */
  async invite(
    email: string,
    role: Role,
    manager: { id: string; name: string },
  ): Promise<{ path: string; expiresAt: number }> {
    if (await findStaffByEmail(this.#store, email)) {
      throw new Problem('invalid_request', 'A member of staff already has this address.', {
        fields: { email: 'Belongs to a member of staff already' },
      });
    }
    const token = makeLinkToken();
    const createdAt = this.#clock();
    const expiresAt = createdAt + INVITATION_LIFETIME_MS;
    await saveInvitation(this.#store, {
      email,
      role,
      tokenHash: hashToken(token),
      invitedBy: manager.name,
      invitedById: manager.id,
      createdAt,
      expiresAt,
    });
    return { path: `/join#${token}`, expiresAt };
  }

  /** @returns the new member's id. */
  async accept(token: string, name: string, password: string): Promise<string> {
    const tokenHash = hashToken(token);
    // Looked up first: neither a weak password nor a crowd that signs in costs them their link.
    const email = await findInvited(this.#store, tokenHash, this.#clock());
    if (email === undefined || (await findStaffByEmail(this.#store, email))) throw deadLink();
    refuseWeak(password, { name, email, studioHost: this.#studioHost }, 'password');
    const hash = await this.#hash(password);
    const invitation = await takeInvitation(this.#store, tokenHash, this.#clock());
    if (!invitation) throw deadLink();
    try {
      return await this.#create({ name, email, role: invitation.role }, hash);
    } catch (error) {
      // Nor does a fault of ours.
      await putBackInvitation(this.#store, invitation);
      throw error;
    }
  }

  /** @returns the member's id. */
  async add({ password, ...member }: NewMember): Promise<string> {
    return this.#create(member, password === undefined ? undefined : await this.#hash(password));
  }

  async #hash(password: string): Promise<string> {
    return (await this.#auth.$context).password.hash(password);
  }

  async #create({ name, email, role }: Omit<NewMember, 'password'>, hash?: string): Promise<string> {
    const { internalAdapter } = await this.#auth.$context;
    // A manager vouches for the address, or the console does.
    const member = { name, email, emailVerified: true, role, status: 'active' };
    const created = await internalAdapter.createUser(member, { method: 'email-password' });
    if (hash !== undefined) {
      await internalAdapter.linkAccount({
        userId: created.id,
        accountId: created.id,
        providerId: 'credential',
        password: hash,
      });
    }
    return created.id;
  }
}

/** The same for a forged, used, replaced and outdated link: nothing tells them apart. */
export function deadLink(): Problem {
  return new Problem('not_found', 'This link has been used already, or is too old.');
}
