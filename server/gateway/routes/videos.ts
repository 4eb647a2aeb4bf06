import { VideoPurchase } from '#contract/video.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function videoRoutes(reads: CachedReads): Routes<'listVideoPurchases'> {
  return { listVideoPurchases: paged(reads, 'listVideoPurchases', VideoPurchase) };
}
