import type { CustomerProfile, ProfileChanges } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { staffOf } from '../accounts/authorize.ts';
import type { ProfileFlow, Writer } from '../live/profile-flow.ts';
import { mergeProfile } from '../merge-profile.ts';
import { Problem } from '../problem.ts';
import { FIELDS } from '../recent-writes.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { readProfile } from '../reservie/read-profile.ts';
import { Turns } from '../turns.ts';
import { isUnclear, wordWriteProblem } from '../word-write-problem.ts';
import type { Routes } from './handlers.ts';

export function profileRoutes(client: ReservieClient, flow: ProfileFlow): Routes<'getProfile' | 'updateProfile'> {
  const turns = new Turns();

  async function read(customerId: CustomerId): Promise<CustomerProfile> {
    return flow.seen(await readProfile(client, customerId));
  }

  async function update(customerId: CustomerId, changes: ProfileChanges, by: Writer): Promise<CustomerProfile> {
    const current = await read(customerId);
    const merge = mergeProfile(current, changes);
    if (merge.kind === 'conflict') {
      const message = 'Somebody else has changed this meanwhile.';
      throw new Problem('conflict', message, { fields: { ...merge.fields } });
    }
    if (merge.kind === 'unchanged') return current;
    try {
      await client.updateProfile({ params: { customerId }, body: merge.body });
    } catch (error) {
      const found = isUnclear(error) ? await read(customerId).catch(() => undefined) : undefined;
      if (!found || FIELDS.some((field) => found[field] !== merge.values[field]))
        throw wordWriteProblem(error, changes);
      flow.written(current, merge.values, by);
      return found;
    }
    flow.written(current, merge.values, by);
    // Reads may lag a write by minutes: one that still says the old thing proves nothing, one that fails neither. The
    // overlay keeps what was written, and lets through what somebody else has changed since.
    return (await read(customerId).catch(() => undefined)) ?? { ...current, ...merge.values };
  }

  return {
    getProfile: async ({ params }) => ({ data: await read(params.customerId) }),
    updateProfile: async ({ params, body }, { request }) => {
      const by = { name: staffOf(request).name, historyId: request.historyId };
      // The PUT carries the whole profile, so two saves of the same customer must not cross.
      return { data: await turns.take(params.customerId, () => update(params.customerId, body, by)) };
    },
  };
}
