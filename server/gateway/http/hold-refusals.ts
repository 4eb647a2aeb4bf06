import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Clock, steadyClock } from '#kit/clock.ts';

const MINUTE = 60_000;
/** A page of ours waits as long as it is told to. */
const USUAL = 20;
/** More than a browser waits for at a time; answers beyond them would only fill memory. */
const MOST_HELD = 100;
const HELD_MS = 1_000;

/**
 * An account that is told again and again to slow down, and does not, gets each further refusal a second or two later: a client
 * that asks without a pause would otherwise take the processor from all others.
 */
export function holdRefusals(
  app: FastifyInstance,
  { clock = steadyClock, heldMs = HELD_MS, random = Math.random } = {},
): void {
  const refusals = new Map<string, number[]>();
  let held = 0;
  app.addHook('onSend', async ({ staff }, reply) => {
    if (reply.statusCode !== 429 || !staff) return;
    if (countOf(refusals, staff.id, clock) <= USUAL || held >= MOST_HELD) return;
    held += 1;
    // Not all of a crowd in the same moment.
    await delay(heldMs * (1 + random()));
    held -= 1;
  });
}

/** Of the last minute, this one included. */
function countOf(refusals: Map<string, number[]>, staffId: string, clock: Clock): number {
  const now = clock();
  const recent = [...(refusals.get(staffId) ?? []).filter((at) => at > now - MINUTE), now];
  refusals.set(staffId, recent.slice(-USUAL - 1));
  return recent.length;
}
