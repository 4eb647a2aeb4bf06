import type { ProfileValues } from '#contract/customer.ts';
import { FIELDS, LAG_MS, type RecentWrites } from './recent-writes.ts';
import { listProfileWrites } from '../store/history.ts';
import type { Store } from '../store/store.ts';

/** What was written in the last minutes, by the record: reads lag it after a restart too. Again does no harm. */
export async function rememberWrites(store: Store, recentWrites: RecentWrites, now: number): Promise<void> {
  for (const { at, customerId, changes, result } of await listProfileWrites(store, now - LAG_MS)) {
    if (customerId === null || result !== 'done') continue;
    const before: ProfileValues = { firstname: '', lastname: '', email: '', mobile: '' };
    const after = { ...before };
    for (const field of FIELDS) {
      const change = changes.find((one) => one.field === field);
      before[field] = change?.before ?? '';
      after[field] = change?.after ?? '';
    }
    recentWrites.note(customerId, before, after, Date.parse(at));
  }
}
