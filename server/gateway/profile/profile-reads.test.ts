import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import type { CustomerProfile } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';
import { CachedReads } from '../reservie/cached-reads.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { ProfileReads } from './profile-reads.ts';
import { RecentWrites } from './recent-writes.ts';

const clock = () => 0;

test('what was read before a save, and compared only after it, does not take the save back', async () => {
  const overlay = new RecentWrites();

  const changed = { ...JANE, id: CustomerId.parse(JANE.id), mobile: '07700900777' };
  const comparison = new EventEmitter();
  const reads = new ProfileReads({
    reads: new CachedReads({ client: { read: () => Promise.resolve({ data: changed }) }, clock }),
    overlay,
    versions: {
      observe: () => once(comparison, 'end').then(() => [changed]),
      observeList: () => Promise.resolve(),
    },
    clock,
  });
  const told: CustomerProfile[] = [];
  reads.onChangedOutside((profile) => void told.push(profile));

  await reads.get(changed.id, 'interactive');
  overlay.record(changed.id, changed, { ...changed, firstname: 'Janet' }, clock());
  comparison.emit('end');
  await expect.poll(() => told).toEqual([{ ...changed, firstname: 'Janet' }]);
});
