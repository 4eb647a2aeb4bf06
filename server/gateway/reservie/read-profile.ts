import type { CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { ReservieClient } from './client.ts';
import { malformed } from './errors.ts';
import { readOne } from './read.ts';
import { TolerantProfile } from './tolerant-customer.ts';

/** What Reservie itself says of a customer. @throws Problem */
export async function readProfile(client: ReservieClient, customerId: CustomerId): Promise<CustomerProfile> {
  const profile = readOne(TolerantProfile, await client.read('getProfile', { params: { customerId } }));
  // One person's data must never stand under another person's name.
  if (profile.id !== customerId) throw malformed(['id']);
  return profile;
}
