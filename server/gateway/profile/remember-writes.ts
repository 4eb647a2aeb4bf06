import type { ProfileValues } from '#contract/customer.ts';
import type { Clock } from '#kit/clock.ts';
import { FIELDS, LAG_MS, type RecentWrites } from './recent-writes.ts';
import { listProfileWrites } from '../store/history.ts';
import type { Store } from '../store/store.ts';

export interface Clocks {
  /** Of the record. */
  wall: Clock;
  /** Of everything that grows old. */
  steady: Clock;
}

/**
 * What was written in the last minutes by the record, to all or to one customer: reads lag it after a restart, and what
 * another process has written may not be known here yet. Doing it again does no harm.
 */
export async function rememberWrites(
  store: Store,
  overlay: RecentWrites,
  { wall, steady }: Clocks,
  onlyCustomer?: string,
): Promise<void> {
  const writes = await listProfileWrites(store, wall() - LAG_MS, onlyCustomer);
  for (const { at, customerId, changes, result } of writes) {
    if (customerId === null || result !== 'done') continue;
    const before: ProfileValues = { firstname: '', lastname: '', email: '', mobile: '' };
    const after = { ...before };
    for (const field of FIELDS) {
      const change = changes.find((one) => one.field === field);
      before[field] = change?.before ?? '';
      after[field] = change?.after ?? '';
    }
    overlay.record(customerId, before, after, steady() - Math.max(wall() - Date.parse(at), 0));
  }
}
