import type { Studio } from '#contract/gateway.ts';
import type { Clock } from '#kit/clock.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './answer-read.ts';

/** Costs no call to Reservie, so that a page may ask while nothing else works. */
export function studioRoutes(
  studio: Omit<Studio, 'reservie' | 'now'>,
  client: ReservieClient,
  clock: Clock,
): Routes<'getStudio'> {
  return {
    getStudio: async () => {
      const { since, ...health } = await client.readHealth();
      const now = new Date(clock()).toISOString();
      return { ...studio, now, reservie: { ...health, since: new Date(since).toISOString() } };
    },
  };
}
