import type { Studio } from '#contract/gateway.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';

/** Costs no call to Reservie, so that a page may ask while nothing else works. */
export function studioRoutes(studio: Omit<Studio, 'reservie'>, client: ReservieClient): Routes<'getStudio'> {
  return {
    getStudio: async () => {
      const { since, ...health } = await client.readHealth();
      return { ...studio, reservie: { ...health, since: new Date(since).toISOString() } };
    },
  };
}
