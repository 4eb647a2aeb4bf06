import { setImmediate } from 'node:timers/promises';
import { Problem } from '../http/problem.ts';

/** How passwords are kept. */
export interface Passwords {
  hash: (password: string) => Promise<string>;
  verify: (stored: { hash: string; password: string }) => Promise<boolean>;
}

/** One hash takes a whole processor for some 60 ms, and 16 MB. */
const MOST_AT_ONCE = 2;
/** Three more seconds of work, at the most; a caller who comes after them is told at once. */
const MOST_WAITING = 20;
const RETRY_AFTER_MS = 2_000;

/** A crowd that signs in, or pretends to, must not slow down staff who are signed in already. */
export function limitHashes(passwords: Passwords): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= MOST_AT_ONCE) {
      if (waiting.length >= MOST_WAITING) throw crowded();
      // The place is handed over: no later caller can take it.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => inTurn(() => passwords.hash(password)),
    verify: (given) => inTurn(() => passwords.verify(given)),
  };
}

function crowded(): Problem {
  return new Problem('too_many_attempts', 'Many people are signing in right now. Try again in a moment.', {
    retryAfterMs: RETRY_AFTER_MS,
  });
}

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
