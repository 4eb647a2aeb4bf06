import type { Role } from '#contract/role.ts';
import type { Store } from './store.ts';

/** Puts a member of the demo back into their role, or, when there is no demo, out of the house. */
export async function setDemoStaff({ db }: Store, email: string, role: Role, isDemo: boolean): Promise<void> {
  await db
    .updateTable('user')
    .set({ role, status: isDemo ? 'active' : 'disabled' })
    .where('email', '=', email)
    .execute();
}
