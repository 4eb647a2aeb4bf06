/** The current moment in milliseconds since 1970. Injected everywhere, so that a test or the sandbox can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/**
 * Like `systemClock`, but never set back or forth while the process runs: for measuring how much time has passed. In whole
 * milliseconds, as what is told a client is (`retryAfterMs`).
 */
export const steadyClock: Clock = () => Math.round(performance.timeOrigin + performance.now());

/** Runs a task later, in milliseconds, unless it is called off. Injected, so that a test need not wait. */
export type Schedule = (ms: number, task: () => void) => () => void;

/** Keeps no process alive that has nothing else to do. */
export function systemSchedule(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
