import type { CustomerProfile, ProfileChanges } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { staffOf } from '../accounts/authorize.ts';
import type { ProfileFlow, Writer } from '../profile/profile-flow.ts';
import { mergeProfile } from '../profile/merge-profile.ts';
import { Problem } from '../http/problem.ts';
import { FIELDS } from '../profile/recent-writes.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { profileRead } from '../profile/profile-read.ts';
import { Turns } from '../profile/turns.ts';
import { isUnclear, wordWriteProblem } from '../profile/word-write-problem.ts';
import { laneOf, tellAge } from './answer-read.ts';
import type { Routes } from './handlers.ts';

export interface ProfileParts {
  client: ReservieClient;
  reads: CachedReads;
  flow: ProfileFlow;
}

export function profileRoutes({ client, reads, flow }: ProfileParts): Routes<'getProfile' | 'updateProfile'> {
  const turns = new Turns();
  const profileOf = (customerId: CustomerId) => profileRead(customerId, (raw) => flow.hear(raw));

  async function update(customerId: CustomerId, changes: ProfileChanges, by: Writer): Promise<CustomerProfile> {
    const current = flow.lay((await reads.getAnew(profileOf(customerId))).value);
    const merge = mergeProfile(current, changes);
    if (merge.kind === 'conflict') {
      const message = 'Somebody else has changed this meanwhile.';
      throw new Problem('conflict', message, { fields: { ...merge.fields } });
    }
    if (merge.kind === 'unchanged') return current;
    reads.forgetCustomer(customerId);
    try {
      await client.updateProfile({ params: { customerId }, body: merge.body });
    } catch (error) {
      const found = isUnclear(error) ? await readBack(customerId) : undefined;
      if (!found || FIELDS.some((field) => found[field] !== merge.values[field]))
        throw wordWriteProblem(error, changes);
      flow.written(current, merge.values, by);
      return found;
    } finally {
      // Reads that began meanwhile may show either state.
      reads.forgetCustomer(customerId);
    }
    flow.written(current, merge.values, by);
    // Reads may lag a write by minutes: one that still says the old thing proves nothing, one that fails neither. The
    // overlay keeps what was written, and lets through what somebody else has changed since.
    return (await readBack(customerId)) ?? { ...current, ...merge.values };
  }

  /** What Reservie shows now, if it says so before the page loses patience. */
  async function readBack(customerId: CustomerId): Promise<CustomerProfile | undefined> {
    return reads.getAnew(profileOf(customerId), READ_BACK).then(
      ({ value }) => flow.lay(value),
      () => undefined,
    );
  }

  return {
    getProfile: async ({ params }, { request, reply }) => {
      const served = await reads.get(profileOf(params.customerId), laneOf(request));
      tellAge(reply, served);
      return { data: flow.lay(served.value) };
    },
    updateProfile: async ({ params, body }, { request }) => {
      const by = { name: staffOf(request).name, historyId: request.historyId };
      // The PUT carries the whole profile, so two saves of the same customer must not cross.
      return { data: await turns.take(params.customerId, () => update(params.customerId, body, by)) };
    },
  };
}

/** A save has read and written before; together the three must be done within the page's 30 s. */
const READ_BACK = { patienceMs: 1_000, timeoutMs: 4_000 };
