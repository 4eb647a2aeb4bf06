import type { Role } from '#contract/role.ts';
import { staffDesk } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';

/** The ways in and out. Each rejects with HttpError, NetworkError or ContractError. */
export const enter = {
  async byPassword(email: string, password: string): Promise<'signed_in' | 'two_factor'> {
    return (await call(staffDesk.signIn, { body: { email, password } })).next;
  },
  async byCode(code: string): Promise<void> {
    await call(staffDesk.signInWithCode, { body: { code } });
  },
  async asDemo(role: Role): Promise<void> {
    await call(staffDesk.signInToDemo, { body: { role } });
  },
  /** Leaves the page. */
  async byOpenId(): Promise<void> {
    const { url } = await call(staffDesk.beginOpenId, {});
    window.location.assign(url);
  },
};

export async function signOut(): Promise<void> {
  await call(staffDesk.signOut, {});
}

/**
 * Goes there by loading the page anew: nothing that was read for whoever was signed in before stays in memory.
 * `path` is one of ours.
 */
export function startAfresh(path: string): void {
  window.location.replace(path);
}
