import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import Libsql from 'libsql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isDatabaseAway } from './database-away.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { countAttempt } from './throttle-windows.ts';

/** A store, and another program on the same file. */
async function open(): Promise<{ store: Store; other: InstanceType<typeof Libsql> }> {
  const folder = mkdtempSync(join(tmpdir(), 'busy-'));
  const file = join(folder, 'desk.db');
  const store = await openStore({ file });
  const other = new Libsql(file);
  onTestFinished(async () => {
    other.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, other };
}

test('a file that another program holds makes a write wait, and nothing else', async () => {
  const { store, other } = await open();
  await countAttempt(store, 'a', 0, 1_000);
  other.exec('begin immediate');
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  let isWritten = false;
  const writing = countAttempt(store, 'a', 1, 1_000).then((window) => {
    isWritten = true;
    return window;
  });
  const rows = [];
  for (let read = 0; read < 20; read += 1) {
    rows.push(await store.db.selectFrom('throttle').selectAll().executeTakeFirst());
    await setTimeout();
    expect(isWritten).toBe(false);
  }
  expect(rows.every((row) => row?.attempts === 1)).toBe(true);
  other.exec('commit');
  expect(await writing).toMatchObject({ attempts: 2 });
  delays.disable();
  // 5,000 ms before: SQLite waited inside the process. A busy machine adds some.
  expect(delays.max / 1e6).toBeLessThan(1_000);
});

test('after a lock that lasted too long it is a clear error, and the store works again at once', async () => {
  const { store, other } = await open();
  const clock = vi.spyOn(performance, 'now');
  other.exec('begin immediate');
  // Five seconds have passed by the second look.
  clock.mockReturnValueOnce(0).mockReturnValue(10_000);
  const refused = countAttempt(store, 'a', 0, 1_000).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(isDatabaseAway(await refused)).toBe(true);
  clock.mockRestore();
  other.exec("insert into throttle values ('b', 1, 1)");
  other.exec('commit');
  expect(await countAttempt(store, 'b', 0, 1_000)).toMatchObject({ attempts: 2 });
  await store.db.transaction().execute(async (transaction) => {
    const { attempts } = await transaction
      .selectFrom('throttle')
      .select('attempts')
      .where('key', '=', 'b')
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('throttle')
      .set({ attempts: attempts + 1 })
      .where('key', '=', 'b')
      .execute();
  });
  expect(await countAttempt(store, 'b', 0, 1_000)).toMatchObject({ attempts: 4 });
});

test('transactions and writes take turns, and what is rolled back is gone', async () => {
  const { store } = await open();
  const adding = Array.from({ length: 20 }, (_, index) =>
    store.db
      .transaction()
      .execute(async (transaction) => {
        await countAttempt({ ...store, db: transaction }, 'c', 0, 1_000);
        await transaction.selectFrom('throttle').selectAll().execute();
        if (index % 2) throw new Error('no');
      })
      .catch(() => undefined),
  );
  await Promise.all([...adding, countAttempt(store, 'c', 0, 1_000)]);
  expect(await countAttempt(store, 'c', 0, 1_000)).toMatchObject({ attempts: 12 });
});

test.each([
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), true],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), true],
  [Object.assign(new Error('starting up'), { code: '57P03' }), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new Error('outer', { cause: Object.assign(new Error('busy'), { code: 'SQLITE_BUSY_SNAPSHOT' }) }), true],
  [Object.assign(new Error('syntax'), { code: '42601' }), false],
  [Object.assign(new Error('unique'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }), false],
  [new Error('Something else'), false],
  ['text', false],
])('%s: the database is away: %s', (error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});
