import * as z from 'zod/mini';

/** What a member of staff may do; each role may do what the ones before it may. */
export const Role = z.enum(['viewer', 'desk', 'manager']);
export type Role = z.infer<typeof Role>;

/** `public`: also without having signed in. */
export type Access = 'public' | Role;

const RANK: Record<Role, number> = { viewer: 0, desk: 1, manager: 2 };

/** Whether a member of staff with `role` may use what asks for `access`. */
export function isAllowed(role: Role | undefined, access: Access): boolean {
  if (access === 'public') return true;
  return role !== undefined && RANK[role] >= RANK[access];
}
