import type { Role } from '#contract/role.ts';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';

/** The ways in and out. Each rejects with HttpError, NetworkError or ContractError. */
export const enter = {
  async byPassword(email: string, password: string, isStaying: boolean): Promise<'signed_in' | 'two_factor'> {
    return (await call(staffApi.signIn, { body: { email, password, isStaying } })).next;
  },
  async byCode(code: string, isStaying: boolean): Promise<void> {
    await call(staffApi.signInWithCode, { body: { code, isStaying } });
  },
  async asDemo(role: Role, isStaying: boolean): Promise<void> {
    await call(staffApi.signInToDemo, { body: { role, isStaying } });
  },
  /** Leaves the page. */
  async byOpenId(isStaying: boolean): Promise<void> {
    const { url } = await call(staffApi.beginOpenId, { body: { isStaying } });
    window.location.assign(url);
  },
};

export async function signOut(): Promise<void> {
  await call(staffApi.signOut, {});
}

/**
 * Goes there by loading the page anew: nothing that was read for the user who was signed in before stays in memory.
 * `path` is one of ours.
 */
export function startAfresh(path: string): void {
  window.location.replace(path);
}
