import { PassPurchase } from '#contract/pass.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function passRoutes(reads: CachedReads): Routes<'listPassPurchases'> {
  return { listPassPurchases: paged(reads, 'listPassPurchases', PassPurchase) };
}
