import type { CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { Read } from '../reservie/cached-reads.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne } from '../reservie/read.ts';
import { TolerantProfile } from '../reservie/tolerant-customer.ts';

/** What Reservie itself says of a customer; `onAnswer` hears it once for each time that Reservie says it. */
export function profileRead(
  customerId: CustomerId,
  onAnswer: (raw: CustomerProfile) => void,
): Read<'getProfile', CustomerProfile> {
  return {
    name: 'getProfile',
    call: { params: { customerId } },
    parse: (json) => {
      const profile = readOne(TolerantProfile, json);
      // One person's data must never stand under another person's name.
      if (profile.id !== customerId) throw malformed(['id']);
      return profile;
    },
    onAnswer,
  };
}
