import type { Role } from '#contract/role.ts';
import { findStaffByEmail, setDemoStaff } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import type { Newcomers } from './newcomers.ts';

const DEMO_STAFF: Record<Role, { name: string; email: string }> = {
  viewer: { name: 'Vic Viewer', email: 'viewer@demo.invalid' },
  desk: { name: 'Dee Desk', email: 'desk@demo.invalid' },
  manager: { name: 'Mo Manager', email: 'manager@demo.invalid' },
};

export const DEMO_ROLES = ['viewer', 'desk', 'manager'] as const satisfies readonly Role[];

/**
 * In the demo one member for each role, who has no password and comes by a button. Without the demo they are disabled,
 * should the same database have served it before.
 */
export async function seedDemoStaff(store: Store, newcomers: Newcomers, isDemo: boolean): Promise<void> {
  if (isDemo) {
    for (const role of DEMO_ROLES) {
      const { name, email } = DEMO_STAFF[role];
      if (!(await findStaffByEmail(store, email))) await newcomers.add({ name, email, role });
    }
  }
  for (const role of DEMO_ROLES) await setDemoStaff(store, DEMO_STAFF[role].email, role, isDemo);
}

/** The id of the member who plays this role. */
export async function findDemoStaff(store: Store, role: Role): Promise<string | undefined> {
  return (await findStaffByEmail(store, DEMO_STAFF[role].email))?.id;
}
