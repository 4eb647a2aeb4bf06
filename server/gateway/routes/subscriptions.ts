import { SubscriptionMandate } from '#contract/subscription.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function subscriptionRoutes(reads: CachedReads): Routes<'listMandates'> {
  return { listMandates: paged(reads, 'listMandates', SubscriptionMandate) };
}
