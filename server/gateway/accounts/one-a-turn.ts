import { setImmediate } from 'node:timers/promises';

/**
 * Lets callers go on in the order they came, one for each turn of the event loop. Sixty sign-ins that arrive together would
 * otherwise do what each does before its password is hashed in a single turn, and hold up all other answers for 0.1 s.
 */
export function oneATurn(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
