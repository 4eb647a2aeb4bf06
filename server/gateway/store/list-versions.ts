import type { ProfileVersion } from '#contract/history.ts';
import { type Columns, findSeen } from './profile-versions.ts';
import type { Store } from './store.ts';

const MOST_VERSIONS = 500;

/** The newest first; of a customer who never changed, the one that was seen. */
export async function listVersions({ db }: Store, customerId: string): Promise<ProfileVersion[]> {
  const rows = await db
    .selectFrom('profileVersion')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('id', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  if (rows.length > 0) return rows.map((row) => toVersion(row, row.at, row.origin, row.staffName));
  const seen = await findSeen(db, customerId);
  return seen ? [toVersion(seen, seen.since, 'first', null)] : [];
}

function toVersion(row: Columns, at: number, origin: ProfileVersion['origin'], by: string | null): ProfileVersion {
  const { firstname, lastname, email, mobile, archived } = row;
  return {
    at: new Date(at).toISOString(),
    firstname,
    lastname,
    email,
    mobile,
    archived: archived === null ? null : archived === 1,
    origin,
    by,
  };
}
