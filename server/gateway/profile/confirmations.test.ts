import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CustomerProfile } from '#contract/customer.ts';
import { NotSent } from '../http/problem.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { RecentWrites } from './recent-writes.ts';
import { Confirmations } from './confirmations.ts';

const jane: CustomerProfile = { ...JANE, id: JANE.id as CustomerProfile['id'] };

function begin(read: () => Promise<CustomerProfile>) {
  const time = fakeSchedule();
  const recentWrites = new RecentWrites();
  const ends: unknown[] = [];
  const asked: number[] = [];
  const released: number[] = [];
  const start = time.clock();
  const confirmations = new Confirmations({
    overlay: recentWrites,
    clock: time.clock,
    schedule: time.schedule,
    read: () => {
      asked.push((time.clock() - start) / 1_000);
      return read();
    },
    claim: () => Promise.resolve({ release: async () => void released.push((time.clock() - start) / 1_000) }),
    onEnd: async ({ profile, historyIds }, confirmation) => {
      ends.push([confirmation, profile.firstname, historyIds]);
    },
  });
  function write(before: string, after: string, historyId: string): void {
    const profile = { ...jane, firstname: after };
    recentWrites.record(jane.id, { ...jane, firstname: before }, profile, time.clock());
    confirmations.begin({ profile, by: 'Dee', historyIds: [historyId] });
  }
  function writeLastName(before: string, after: string, historyId: string): void {
    const profile = { ...jane, lastname: after };
    recentWrites.record(jane.id, { ...jane, lastname: before }, profile, time.clock());
    confirmations.begin({ profile, by: 'Dee', historyIds: [historyId] });
  }
  /** Second by second, so that every answer arrives before the next question. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      time.pass(1_000);
      await setImmediate();
    }
  }
  return { confirmations, write, writeLastName, pass, ends, asked, released, waiting: time.waiting };
}

test('asks at growing distances, gives up after five minutes, asks no more', async () => {
  const { write, pass, ends, asked, waiting } = begin(() => Promise.resolve(jane));
  write('Jane', 'Janet', 'h-1');
  await pass(299);
  expect(ends).toEqual([]);
  await pass(300);
  expect(asked).toEqual([2, 7, 17, 37, 77, 137, 197, 257, 300]);
  expect([ends, waiting()]).toEqual([[['not_confirmed', 'Janet', ['h-1']]], 0]);
});

test('the last answer is compared, though it comes when the five minutes are over', async () => {
  const { write, pass, ends } = begin(async () => {
    // A second of the clock goes by.
    await setImmediate();
    await setImmediate();
    return jane;
  });
  write('Jane', 'Janet', 'h-1');
  await pass(302);
  expect(ends).toEqual([['not_confirmed', 'Janet', ['h-1']]]);
});

test('while reads fail it asks at least every 15 s, and at the end leaves it to the sweep instead of guessing', async () => {
  const { write, pass, ends, asked, released, waiting } = begin(() => Promise.reject(new Error('down')));
  write('Jane', 'Janet', 'h-1');
  await pass(301);
  const gaps = asked.map((at, index) => at - (asked[index - 1] ?? 0));
  expect(Math.max(...gaps)).toBe(15);
  expect([ends, asked.at(-1), released, waiting()]).toEqual([[], 300, [300], 0]);
});

test('failures use up none of the first, short distances', async () => {
  let isDown = true;
  const { write, pass, asked } = begin(() => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(jane)));
  write('Jane', 'Janet', 'h-1');
  await pass(120);
  isDown = false;
  const failed = asked.length;
  await pass(60);
  const [first = 0, ...later] = asked.slice(failed);
  expect(later.map((at) => at - first)).toEqual([5, 15, 35]);
});

test('what was over before a second write to another field does not keep that one from being confirmed', async () => {
  const { confirmations, write, writeLastName, pass, ends } = begin(() => Promise.reject(new Error('down')));
  write('Jane', 'Janet', 'h-1');
  confirmations.see({ ...jane, firstname: 'Janet' });
  await pass(400);
  writeLastName('Smith', 'Jones', 'h-2');
  // Set back in Reservie meanwhile.
  confirmations.see({ ...jane, lastname: 'Jones' });
  expect(ends).toEqual([
    ['confirmed', 'Janet', ['h-1']],
    ['confirmed', 'Jane', ['h-2']],
  ]);
});

test('a read that was not sent is asked for again when it may be', async () => {
  const { write, pass, asked } = begin(() =>
    Promise.reject(new NotSent('reservie_unavailable', '', { retryAfterMs: 4_000 })),
  );
  write('Jane', 'Janet', 'h-1');
  await pass(15);
  expect(asked).toEqual([2, 6, 10, 14]);
});

test('failures say nothing; a read that agrees ends it, by whomever', async () => {
  const { confirmations, write, pass, ends, waiting } = begin(() => Promise.reject(new Error('busy')));
  write('Jane', 'Janet', 'h-1');
  await pass(20);
  confirmations.see({ ...jane, id: 'cust_9' });
  confirmations.see(jane);
  expect(ends).toEqual([]);
  confirmations.see({ ...jane, firstname: 'Janet' });
  expect([ends, waiting()]).toEqual([[['confirmed', 'Janet', ['h-1']]], 0]);
});

test('two writes in a row are confirmed together, by what the second one wrote', async () => {
  const { confirmations, write, ends } = begin(() => Promise.resolve(jane));
  write('Jane', 'Janet', 'h-1');
  write('Janet', 'Jana', 'h-2');
  confirmations.see({ ...jane, firstname: 'Janet' });
  expect(ends).toEqual([]);
  confirmations.see({ ...jane, firstname: 'Jana' });
  expect(ends).toEqual([['confirmed', 'Jana', ['h-1', 'h-2']]]);
});

test('what another user wrote over it confirms it too: it was there', () => {
  const { confirmations, write, ends } = begin(() => Promise.resolve(jane));
  write('Jane', 'Janet', 'h-1');
  confirmations.see({ ...jane, firstname: 'Someone' });
  expect(ends).toEqual([['confirmed', 'Someone', ['h-1']]]);
});
