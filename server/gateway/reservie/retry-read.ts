import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '#kit/clock.ts';
import { NotSent, Problem } from '../http/problem.ts';
import type { Urgency } from './lane.ts';

const MOST_RETRIES = 2;
const FIRST_PAUSE_MS = 200;

export interface RetryOptions {
  urgency: Urgency;
  clock: Clock;
  /** From 0 to 1, as `Math.random` gives. */
  random: () => number;
  sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Repeats a read that Reservie failed to answer, with a pause that grows and is never the same for two. What was refused
 * here, without asking, is not repeated, nor a timeout: its time is spent. Only for those who wait for it.
 */
export async function retryRead<Result>(attempt: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { urgency, clock, random, sleep = delay } = options;
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isAwaited = urgency.lane === 'write' || urgency.lane === 'interactive';
      const asked = pauseAsked(error);
      if (asked === undefined || !isAwaited || retry >= MOST_RETRIES) throw error;
      const pauseMs = Math.max(asked, FIRST_PAUSE_MS * 3 ** retry * (0.5 + random()));
      if (clock() + pauseMs > urgency.giveUpAt) throw error;
      await sleep(pauseMs);
    }
  }
}

/** The least pause before another try, in milliseconds; nothing when another try makes no sense. */
function pauseAsked(error: unknown): number | undefined {
  if (!(error instanceof Problem) || error instanceof NotSent) return undefined;
  // After a 429 the whole budget pauses: the next try waits there for its turn.
  if (error.code !== 'reservie_unavailable' && error.code !== 'rate_limited') return undefined;
  return error.details.retryAfterMs ?? 0;
}
