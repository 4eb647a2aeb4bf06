import { VideoPurchase } from '#contract/video.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function videoRoutes(client: ReservieClient): Routes<'listVideoPurchases'> {
  return { listVideoPurchases: paged(client, 'listVideoPurchases', VideoPurchase) };
}
