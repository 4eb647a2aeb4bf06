import { expect, onTestFinished, test } from 'vitest';
import { type HistoryEntry } from '#contract/history.ts';
import { steadyClock } from '#kit/clock.ts';
import { appendHistory, appendOutcome, findEntry } from '../store/history.ts';
import { listVersions } from '../store/list-versions.ts';
import { json, startFakeReservie, text } from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { type TestStore, openTestStore } from '../testing/open-test-store.ts';
import { startTestGateway } from '../testing/test-gateway.ts';
import { Leases } from './leases.ts';

const MINUTE = 60_000;
const READ = 'GET /customer/cust_123/profile';
/** A sweep begins at once, and asks for a confirmation two seconds later; the machine may be busy. */

/** What a gateway left behind when it died: a save that was begun, and perhaps how it ended. */
async function leave(store: TestStore, ageMs: number, isDone: boolean, customerId: string = JANE.id): Promise<string> {
  const at = Date.now() - ageMs;
  const changes = [{ field: 'firstname', before: 'Jane', after: 'Janet' }];
  const staff = { id: 'dee', name: 'Dee', role: 'desk' } as const;
  const entry = { at, action: 'updateProfile', isRead: false, customerId, changes, staff };
  const [id = ''] = await appendHistory(store, [entry]);
  if (isDone) await appendOutcome(store, id, { at, result: 'done' });
  return id;
}

async function startAfter(firstname: string, options: { ageMs?: number; isDone?: boolean } = {}) {
  const store = await openTestStore();
  const id = await leave(store, options.ageMs ?? MINUTE, options.isDone ?? false);
  const upstream = await startFakeReservie();
  upstream.behave(READ, json(200, { data: { ...JANE, firstname } }));
  const start = async () => {
    const gateway = await startTestGateway({ store, reservie: upstream.account });
    onTestFinished(() => gateway.close());
  };
  onTestFinished(async () => {
    await store.remove();
    await upstream.close();
  });
  const entry = (): Promise<HistoryEntry | undefined> => findEntry(store, id);
  return { store, upstream, start, entry };
}

test('a save whose process died after Reservie took it is found done, with its version', async () => {
  const { store, start, entry } = await startAfter('Janet');
  await start();
  await expect.poll(entry).toMatchObject({ result: 'done', confirmation: 'confirmed' });
  expect(await listVersions(store, 'cust_123')).toMatchObject([{ firstname: 'Janet' }]);
});

test('one that does not show ends as unclear', async () => {
  const { start, entry } = await startAfter('Jane');
  await start();
  await expect.poll(entry).toMatchObject({ result: 'unclear', code: 'interrupted' });
});

test('one that another process is saving at this moment is left alone', async () => {
  const { store, start, entry, upstream } = await startAfter('Janet');
  const [later = ''] = await appendHistory(store, [
    { at: Date.now(), action: 'updateProfile', isRead: false, customerId: 'cust_124', changes: [] },
  ]);
  upstream.behave('GET /customer/cust_124/profile', json(404, { error: 'not_found', message: 'No' }));
  await new Leases(store).hold('profile:cust_123', steadyClock() + MINUTE, async () => {
    await start();
    await expect.poll(() => findEntry(store, later)).toMatchObject({ result: 'unclear' });
    expect(await entry()).toMatchObject({ result: null });
  });
});

test.each([
  ['Janet', MINUTE, 'confirmed'],
  ['Janet', 20 * MINUTE, 'confirmed'],
  ['Someone', 20 * MINUTE, 'confirmed'],
  ['Jane', 20 * MINUTE, 'not_confirmed'],
])('a save that waited to be confirmed, and shows %s after %i ms: %s', async (firstname, ageMs, confirmation) => {
  const { start, entry } = await startAfter(firstname, { ageMs, isDone: true });
  await start();
  await expect.poll(entry).toMatchObject({ result: 'done', confirmation });
});

test.each([
  ['is gone from Reservie', json(404, { error: 'not_found', message: 'No' }), 'not_confirmed'],
  ['cannot be read', json(200, { data: {} }), null],
])('a customer who %s keeps no other save from its end', async (_, answer, confirmation) => {
  const { store, upstream, start, entry } = await startAfter('Janet');
  const other = await leave(store, 20 * MINUTE, true, 'cust_9');
  upstream.behave('GET /customer/cust_9/profile', answer);
  await start();
  await expect.poll(entry).toMatchObject({ result: 'done', confirmation: 'confirmed' });
  await expect.poll(() => findEntry(store, other)).toMatchObject({ result: 'done', confirmation });
});

test('while Reservie is away nothing is decided', async () => {
  const { upstream, start, entry } = await startAfter('Janet');
  upstream.behave(READ, text(503, ''));
  await start();
  await expect.poll(() => upstream.calls.length).toBeGreaterThan(0);
  expect(await entry()).toMatchObject({ result: null });
});
