import { PassPurchase } from '#contract/pass.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function passRoutes(client: ReservieClient): Routes<'listPassPurchases'> {
  return { listPassPurchases: paged(client, 'listPassPurchases', PassPurchase) };
}
