import type { Role } from '#contract/role.ts';

/** Each role, and in one line what it may do. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  viewer: { name: 'Viewer', may: 'Sees bookings and passes. Surnames and contacts are masked.' },
  desk: { name: 'Desk', may: 'Sees everything about customers, and edits their profiles.' },
  manager: { name: 'Manager', may: 'All that the desk may do, and looks after the staff.' },
};
