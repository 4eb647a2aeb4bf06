import { SubscriptionMandate } from '#contract/subscription.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function subscriptionRoutes(client: ReservieClient): Routes<'listMandates'> {
  return { listMandates: paged(client, 'listMandates', SubscriptionMandate) };
}
