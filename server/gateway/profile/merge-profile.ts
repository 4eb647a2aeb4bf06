import type { ProfileChanges, ProfileField, ProfileUpdate, ProfileValues } from '#contract/customer.ts';
import { FIELDS } from './recent-writes.ts';

export type Merge =
  /** Another user changed the same field meanwhile: field → what it says now, in words for the staff member. */
  | { kind: 'conflict'; fields: Partial<Record<ProfileField, string>> }
  /** Reservie already says all of it. */
  | { kind: 'unchanged' }
  /** `body` is what to PUT, `values` what the profile says afterwards. */
  | { kind: 'write'; body: ProfileUpdate; values: ProfileValues };

/**
 * A three-way merge, field by field: what staff did not change keeps what Reservie says now. `mobile` is sent only if
 * it is among the changes, since leaving it out leaves it alone (docs/reservie-api.md, "Customers").
 */
export function mergeProfile(current: ProfileValues, changes: ProfileChanges): Merge {
  const conflicts: Partial<Record<ProfileField, string>> = {};
  const values: ProfileValues = pick(current);
  for (const field of FIELDS) {
    const change = changes[field];
    if (!change) continue;
    const now = current[field];
    if (now === change.from || now === change.to) values[field] = change.to;
    else conflicts[field] = now === '' ? 'Now empty in Reservie' : `Now “${now}” in Reservie`;
  }
  if (Object.keys(conflicts).length > 0) return { kind: 'conflict', fields: conflicts };
  if (FIELDS.every((field) => values[field] === current[field])) return { kind: 'unchanged' };
  const { mobile, ...required } = values;
  return { kind: 'write', values, body: changes.mobile ? { ...required, mobile } : required };
}

function pick({ firstname, lastname, email, mobile }: ProfileValues): ProfileValues {
  return { firstname, lastname, email, mobile };
}
