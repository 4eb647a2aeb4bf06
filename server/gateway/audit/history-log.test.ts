import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { listHistory } from '../store/history.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { HistoryLog } from './history-log.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.remove());

const look = { action: 'getProfile', isRead: true, result: 'done' } as const;
const counts = async () => (await all()).flatMap(({ changes }) => changes.map(({ after }) => after));
const all = async () => (await listHistory(store, { changesOnly: false }, { page: 0, pageSize: 100 })).data;

test('reads are recorded together, a moment later', async () => {
  const { schedule, clock, pass, waiting } = fakeSchedule();
  const log = new HistoryLog({ store, clock, schedule, onTrouble: () => undefined });
  for (let count = 0; count < 30; count += 1) log.record(look);
  expect([waiting(), await all()]).toEqual([1, []]);
  pass(250);
  await log.flush();
  expect(await all()).toHaveLength(30);
});

test('while the database fails looks wait; when there are too many, how many were lost is recorded', async () => {
  const { schedule, clock, pass } = fakeSchedule();
  const troubles: string[] = [];
  const onTrouble = (message: string) => void troubles.push(message);
  const log = new HistoryLog({ store, clock, schedule, onTrouble, longestQueue: 3 });
  await store.db.schema.alterTable('history').renameTo('history_gone').execute();
  log.record(look);
  pass(250);
  await log.flush();
  for (let count = 0; count < 6; count += 1) log.record(look);
  await expect(log.begin({ action: 'updateProfile', isRead: false })).rejects.toThrow('history');
  await log.end('nothing', { result: 'done' });
  await store.db.schema.alterTable('history_gone').renameTo('history').execute();
  pass(5_000);
  await log.flush();
  const [newest, ...others] = await all();
  expect(newest).toMatchObject({ action: 'recordsLost', subject: '4 records' });
  expect(others).toHaveLength(3);
  expect(troubles).toHaveLength(3);
});

test('reads that fail again and again are one record and a count for each minute', async () => {
  const { schedule, clock, pass } = fakeSchedule();
  const log = new HistoryLog({ store, clock, schedule, onTrouble: () => undefined });
  const staff = { id: 'staff', name: 'Mal', role: 'viewer' } as const;
  const failed = { ...look, staff, result: 'refused', code: 'not_found' } as const;
  for (let count = 0; count < 660; count += 1) log.record({ ...failed, customerId: `cust_${count}` });
  log.record({ ...failed, staff: { ...staff, id: 'another' } });
  pass(60_250);
  await log.flush();
  await log.flush();
  expect([(await all()).length, await counts()]).toEqual([3, ['659']]);
  log.record(failed);
  log.record(failed);
  await log.close();
  expect([(await all()).length, await counts()]).toEqual([5, ['1', '659']]);
});

test('a count of failures that began later is recorded a minute later, without another failure', async () => {
  const { schedule, clock, pass, waiting } = fakeSchedule();
  const log = new HistoryLog({ store, clock, schedule, onTrouble: () => undefined });
  const failed = { ...look, result: 'refused', code: 'not_found' } as const;
  log.record(failed);
  pass(1_000);
  log.record(failed);
  pass(49_000);
  log.record({ ...failed, action: 'listNotes' });
  pass(1_000);
  for (let count = 0; count < 40; count += 1) log.record({ ...failed, action: 'listNotes' });
  pass(10_250);
  await log.flush();
  expect(await counts()).toEqual(['1']);
  pass(50_000);
  await log.flush();
  expect([await counts(), waiting()]).toEqual([['40', '1'], 0]);
});

test('a clock that is set back by an hour keeps no count for longer than that', async () => {
  const { schedule, clock, pass } = fakeSchedule();
  let setBackMs = 0;
  const pauses: number[] = [];
  const log = new HistoryLog({
    store,
    clock: () => clock() - setBackMs,
    schedule: (ms, task) => (pauses.push(ms), schedule(ms, task)),
    onTrouble: () => undefined,
  });
  const failed = { ...look, result: 'refused', code: 'not_found' } as const;
  log.record(failed);
  log.record(failed);
  setBackMs = 3_600_000;
  pass(3_660_250);
  await log.flush();
  await log.flush();
  // Timers take no more than 24 days.
  expect([await counts(), Math.max(...pauses)]).toEqual([['1'], 60_000]);
});
