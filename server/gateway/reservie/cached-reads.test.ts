import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { Problem } from '../http/problem.ts';
import { CachedReads, type Read } from './cached-reads.ts';
import type { Spending } from './client.ts';
import { malformed } from './errors.ts';
import { type Lane, askingStaff } from './lane.ts';
import { MOST_MISSING } from './missing-records.ts';

const jane = CustomerId.parse('cust_123');
const down = new Problem('reservie_unavailable', 'x');

function notes(page = 0): Read<'listNotes', unknown> {
  return { name: 'listNotes', call: { params: { customerId: jane }, query: { page } }, parse: (json) => json };
}

const profile: Read<'getProfile', unknown> = {
  name: 'getProfile',
  call: { params: { customerId: jane } },
  parse: (json) => json,
};

function onlyGood(json: unknown): unknown {
  if (json !== 'good') throw malformed();
  return json;
}

interface Asked {
  name: string;
  spending: Spending | undefined;
  answer: (json: unknown) => void;
  fail: (error: unknown) => void;
}

/** Cached reads before a Reservie that answers when the test says so. */
function start() {
  const time = { now: 0 };
  const asked: Asked[] = [];
  const client = {
    read: (name: string, _call: unknown, spending?: Spending) =>
      new Promise<unknown>((answer, fail) => asked.push({ name, spending, answer, fail })),
  };
  const reads = new CachedReads({ client, clock: () => time.now });
  /** Asks, and lets Reservie answer. */
  async function fetch<K extends 'listNotes' | 'getProfile'>(read: Read<K, unknown>, json: unknown): Promise<void> {
    const served = reads.get(read, 'interactive');
    asked.at(-1)?.answer(json);
    await served;
  }
  const get = <K extends 'listNotes' | 'getProfile'>(read: Read<K, unknown>, lane: Lane = 'interactive') =>
    reads.get(read, lane);
  return { time, asked, reads, get, fetch };
}

test('many who want the same at once ask once', async () => {
  const { asked, get } = start();
  const all = [get(notes()), get(notes()), get(notes(1)), get(notes())];
  expect(asked).toHaveLength(2);
  asked[0]?.answer('page 0');
  asked[1]?.answer('page 1');
  expect((await Promise.all(all)).map(({ value }) => value)).toEqual(['page 0', 'page 0', 'page 1', 'page 0']);
});

test('a page that joins a prefetch makes it urgent', async () => {
  const { asked, get } = start();
  void get(notes(), 'prefetch');
  expect(asked[0]?.spending?.urgency).toMatchObject({ lane: 'prefetch', giveUpAt: 2_000 });
  void get(notes());
  expect(asked[0]?.spending?.urgency).toMatchObject({ lane: 'interactive', giveUpAt: 15_000 });
});

test('a fresh answer is served as it is, with its age', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 59_999;
  expect(await get(notes())).toEqual({ value: 'old', asOf: 0, ageMs: 59_999 });
  expect(asked).toHaveLength(1);
});

test('an older one is served at once while a new one is fetched behind it', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 60_000;
  expect(await get(notes())).toMatchObject({ value: 'old' });
  expect(asked[1]?.spending?.urgency.lane).toBe('background');
  asked[1]?.answer('new');
  await Promise.resolve();
  await expect.poll(async () => (await get(notes())).value).toBe('new');
  expect(asked).toHaveLength(2);
});

test('a failing fetch behind it changes nothing and is no unhandled rejection', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 60_000;
  await get(notes());
  asked[1]?.fail(down);
  expect(await get(notes())).toMatchObject({ value: 'old' });
});

test('a very old one is served only when Reservie fails, and says so', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 400_000;
  const served = get(notes());
  expect(asked[1]?.spending?.urgency).toMatchObject({ lane: 'interactive', giveUpAt: 402_000 });
  asked[1]?.fail(down);
  expect(await served).toEqual({ value: 'old', asOf: 0, ageMs: 400_000, stale: 'down' });
});

test('nothing is served that is too old even for that', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 5 * 3_600_000;
  const served = get(notes());
  asked[1]?.fail(down);
  await expect(served).rejects.toBe(down);
});

test.each(['not_found', 'missing_scope', 'internal'] as const)(
  'an error %s is no reason for an old answer',
  async (code) => {
    const { time, asked, get, fetch } = start();
    await fetch(notes(), 'old');
    time.now = 400_000;
    const served = get(notes());
    asked[1]?.fail(new Problem(code, 'x'));
    await expect(served).rejects.toMatchObject({ code });
  },
);

test('what is gone is forgotten', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 400_000;
  const gone = get(notes());
  asked[1]?.fail(new Problem('not_found', 'x'));
  await expect(gone).rejects.toBeDefined();
  time.now += 30_001;
  const served = get(notes());
  asked[2]?.fail(down);
  await expect(served).rejects.toBe(down);
});

test('an answer that cannot be understood is not kept, and an older one is served in its place', async () => {
  const { time, asked, get, fetch } = start();
  const read = { ...notes(), parse: onlyGood };
  await fetch(read, 'good');
  time.now = 400_000;
  const served = get(read);
  asked[1]?.answer('bad');
  expect(await served).toMatchObject({ value: 'good', stale: 'unreadable' });
});

test('before a write Reservie is asked anew, whatever is kept or under way, and the answer counts for all', async () => {
  const { asked, reads, get, fetch } = start();
  await fetch(profile, 'old');
  const anew = reads.getAnew(profile);
  expect(asked[1]?.spending?.urgency).toMatchObject({ lane: 'write', giveUpAt: 8_000 });
  asked[1]?.answer('new');
  expect(await anew).toMatchObject({ value: 'new' });
  expect(await get(profile)).toMatchObject({ value: 'new' });
});

test('before a write an old answer is never served, not even when Reservie fails', async () => {
  const { asked, reads, fetch } = start();
  await fetch(profile, 'old');
  const anew = reads.getAnew(profile);
  asked[1]?.fail(down);
  await expect(anew).rejects.toBe(down);
});

test('a write forgets the profile and the bookings, and keeps the rest', async () => {
  const { asked, reads, get, fetch } = start();
  await fetch(profile, 'old');
  await fetch(notes(), 'notes');
  reads.forgetCustomer(jane);
  void get(profile);
  expect(asked).toHaveLength(3);
  await get(notes());
  expect(asked).toHaveLength(3);
});

test('a read that began before a write is neither kept nor joined after it', async () => {
  const { asked, reads, get } = start();
  const before = get(profile);
  reads.forgetCustomer(jane);
  const after = get(profile);
  expect(asked).toHaveLength(2);
  asked[1]?.answer('after');
  asked[0]?.answer('before');
  expect(await before).toMatchObject({ value: 'before' });
  expect(await after).toMatchObject({ value: 'after' });
  expect(await get(profile)).toMatchObject({ value: 'after' });
});

test('an old answer is not served across a write that came while Reservie was asked', async () => {
  const { time, asked, reads, get, fetch } = start();
  await fetch(profile, 'old');
  time.now = 400_000;
  const served = get(profile);
  reads.forgetCustomer(jane);
  asked[1]?.fail(down);
  await expect(served).rejects.toBe(down);
});

test('what Reservie does not have is not asked for again for half a minute, unless it was saved meanwhile', async () => {
  const { time, asked, reads, get } = start();
  const missing = new Problem('not_found', 'There is no such record.');
  const first = get(profile);
  asked.at(-1)?.fail(missing);
  await expect(first).rejects.toBe(missing);
  await expect(get(profile)).rejects.toBe(missing);
  expect(asked).toHaveLength(1);
  reads.forgetCustomer(jane);
  const second = get(profile);
  expect(asked).toHaveLength(2);
  asked.at(-1)?.fail(missing);
  await expect(second).rejects.toBe(missing);
  time.now += 30_001;
  const third = get(profile);
  expect(asked).toHaveLength(3);
  asked.at(-1)?.answer('Jane');
  expect(await third).toMatchObject({ value: 'Jane' });
});

test('another failure is no answer that is kept', async () => {
  const { asked, get } = start();
  const first = get(profile);
  asked.at(-1)?.fail(down);
  await expect(first).rejects.toBe(down);
  void get(profile);
  expect(asked).toHaveLength(2);
});

function dee<T>(work: () => T): T {
  return askingStaff.run('dee', work);
}

function mallory<T>(work: () => T): T {
  return askingStaff.run('mallory', work);
}

test('a member of staff who walks through ids is told to wait; the others, and what is kept, are as before', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'kept');
  for (let page = 1; page <= MOST_MISSING; page += 1) {
    const guess = mallory(() => get(notes(page)));
    asked.at(-1)?.fail(new Problem('not_found', 'There is no such record.'));
    await expect(guess).rejects.toMatchObject({ code: 'not_found' });
  }
  const before = asked.length;
  time.now = 10_000;
  await expect(mallory(() => get(profile))).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfterMs: 50_000 },
  });
  expect(asked).toHaveLength(before);
  await expect(mallory(() => get(notes()))).resolves.toMatchObject({ value: 'kept' });
  const others = dee(() => get(profile));
  asked.at(-1)?.answer('Jane');
  await expect(others).resolves.toMatchObject({ value: 'Jane' });
  time.now = 60_001;
  const again = mallory(() => get(notes(99)));
  asked.at(-1)?.answer('page 99');
  await expect(again).resolves.toMatchObject({ value: 'page 99' });
});

test('after a few guesses in vain the next ones wait behind all others, and who joins one raises it', async () => {
  const { asked, get } = start();
  for (let page = 1; page <= 6; page += 1) {
    const guess = mallory(() => get(notes(page)));
    expect(asked.at(-1)?.spending?.urgency.lane).toBe(page <= 5 ? 'interactive' : 'prefetch');
    asked.at(-1)?.fail(new Problem('not_found', 'There is no such record.'));
    await expect(guess).rejects.toMatchObject({ code: 'not_found' });
  }
  const shared = mallory(() => get(profile));
  const others = dee(() => get(profile));
  expect(asked.at(-1)?.spending?.urgency.lane).toBe('interactive');
  asked.at(-1)?.answer('Jane');
  expect((await Promise.all([shared, others])).map(({ value }) => value)).toEqual(['Jane', 'Jane']);
});

test('what is fetched behind an answer is by no member’s share', async () => {
  const { time, asked, get, fetch } = start();
  await fetch(notes(), 'old');
  time.now = 60_000;
  await mallory(() => get(notes()));
  expect([...(asked[1]?.spending?.urgency.askers ?? [])]).toEqual([[undefined, 'background']]);
});
