import type { Schedule } from '#kit/clock.ts';

export interface FakeSchedule {
  schedule: Schedule;
  /** The moment, in milliseconds since 1970. */
  clock: () => number;
  /** Lets time pass, and everything run that falls due in it. */
  pass: (ms: number) => void;
  /** How many tasks wait. */
  waiting: () => number;
}

/** A clock and a schedule for tests, that go as one says. */
export function fakeSchedule(start = Date.parse('2026-03-03T09:00:00Z')): FakeSchedule {
  let now = start;
  const tasks = new Map<object, { at: number; task: () => void }>();
  return {
    schedule: (ms, task) => {
      const key = {};
      tasks.set(key, { at: now + ms, task });
      return () => void tasks.delete(key);
    },
    clock: () => now,
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...tasks].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        tasks.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].task();
      }
      now = end;
    },
    waiting: () => tasks.size,
  };
}
