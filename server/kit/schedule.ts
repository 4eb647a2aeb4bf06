/** Runs a task later, in milliseconds, unless it is called off. Injected, so that a test need not wait. */
export type Schedule = (ms: number, task: () => void) => () => void;

/** Keeps no process alive that has nothing else to do. */
export function systemSchedule(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
