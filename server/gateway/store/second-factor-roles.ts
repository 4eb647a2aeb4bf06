import { Role } from '#contract/role.ts';
import type { Store } from './store.ts';

/** For which roles a second factor is required, in the order of the roles. */
export async function listSecondFactorRoles({ db }: Pick<Store, 'db'>): Promise<Role[]> {
  const rows = await db.selectFrom('secondFactorRole').select('role').execute();
  return Role.options.filter((role) => rows.some((row) => row.role === role));
}

/** A role that was among them already keeps its moment. */
export async function saveSecondFactorRoles({ db }: Store, roles: readonly Role[], now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const others = Role.options.filter((role) => !roles.includes(role));
    if (others.length > 0) await transaction.deleteFrom('secondFactorRole').where('role', 'in', others).execute();
    if (roles.length === 0) return;
    await transaction
      .insertInto('secondFactorRole')
      .values(roles.map((role) => ({ role, since: now })))
      .onConflict((conflict) => conflict.column('role').doNothing())
      .execute();
  });
}
