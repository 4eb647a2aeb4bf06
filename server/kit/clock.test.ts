import { expect, onTestFinished, test, vi } from 'vitest';
import { steadyClock, systemSchedule } from './clock.ts';

test('the steady clock counts whole milliseconds, as a wait that a client is told does', () => {
  const readings = Array.from({ length: 200 }, () => steadyClock());
  expect(readings.filter((reading) => !Number.isInteger(reading))).toEqual([]);
});

test('a scheduled task runs once, when it is due, and not at all once it is called off', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const [task, calledOff] = [vi.fn<() => void>(), vi.fn<() => void>()];
  systemSchedule(500, task);
  const callOff = systemSchedule(500, calledOff);
  vi.advanceTimersByTime(499);
  callOff();
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(task).toHaveBeenCalledOnce();
  expect(calledOff).not.toHaveBeenCalled();
});
