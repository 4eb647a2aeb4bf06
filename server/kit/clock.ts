/** The current moment in milliseconds since 1970. Injected everywhere, so that a test or the sandbox can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** Like `systemClock`, but never set back or forth while the process runs: for measuring how much time has passed. */
export const steadyClock: Clock = () => performance.timeOrigin + performance.now();
