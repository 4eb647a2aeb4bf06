import { expect, test } from 'vitest';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { shareCheck } from './check-database.ts';

function start() {
  const { clock, pass } = fakeSchedule();
  const checks: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const check = () => new Promise<void>((resolve, reject) => checks.push({ resolve, reject }));
  const ask = shareCheck(check, clock);
  return { pass, checks, ask };
}

test('callers share the check that is under way, however long it takes, and for a second after', async () => {
  const { pass, checks, ask } = start();
  const crowd = [ask()];
  pass(5_000);
  crowd.push(ask(), ask());
  checks[0]?.resolve();
  await Promise.all(crowd);
  pass(999);
  await ask();
  expect(checks).toHaveLength(1);
  pass(1);
  const next = ask();
  expect(checks).toHaveLength(2);
  checks[1]?.resolve();
  await next;
});

test('a failure is told to all who wait, and is kept no longer than a success', async () => {
  const { pass, checks, ask } = start();
  const crowd = Promise.allSettled([ask(), ask()]);
  checks[0]?.reject(new Error('disk full'));
  expect((await crowd).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  pass(999);
  await expect(ask()).rejects.toThrow('disk full');
  pass(1);
  const next = ask();
  checks[1]?.resolve();
  await next;
  expect(checks).toHaveLength(2);
});
