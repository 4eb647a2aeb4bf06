import { EventEmitter, once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { HistoryLog } from '../audit/history-log.ts';
import { ProfileVersions } from './profile-versions.ts';
import { Directory } from '../directory/directory.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { RecentWrites } from './recent-writes.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { type BusMessage, LocalBus } from '../live/event-bus.ts';
import { ProfileFlow } from './profile-flow.ts';

test('what was read before a save, and compared only after it, does not take the save back', async () => {
  const store = await openTestStore();
  const { clock, schedule } = fakeSchedule();
  const [bus, recentWrites, onTrouble] = [new LocalBus(), new RecentWrites(), expect.unreachable];
  const versions = new ProfileVersions({ store, clock, onTrouble });
  const flow = new ProfileFlow({
    bus,
    recentWrites,
    versions,
    clock,
    schedule,
    directory: new Directory({ load: () => Promise.reject(new Error('Nobody asks.')), recentWrites, clock }),
    log: new HistoryLog({ store, clock, schedule, onTrouble }),
    read: () => Promise.reject(new Error('Nobody asks.')),
  });
  onTestFinished(async () => {
    flow.close();
    await versions.close();
    await store.remove();
  });
  const told: BusMessage[] = [];
  bus.subscribe((message) => void told.push(message));
  const changed = { ...JANE, id: CustomerId.parse(JANE.id), mobile: '07700900777' };
  const comparison = new EventEmitter();
  vi.spyOn(versions, 'observe').mockReturnValueOnce(once(comparison, 'end').then(() => [changed]));

  flow.hear(changed);
  const { email, lastname, mobile } = changed;
  flow.written(changed, { email, lastname, mobile, firstname: 'Janet' }, { name: 'The desk', historyId: undefined });
  comparison.emit('end');
  await expect.poll(() => told).toHaveLength(2);
  const janet = { ...changed, firstname: 'Janet' };
  expect(told).toMatchObject([
    { profile: janet, by: 'The desk', state: 'saved' },
    { profile: janet, by: null, state: 'saved' },
  ]);
});
