import type { CustomerProfile, ProfileChanges, ProfileValues } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { Clock } from '#kit/clock.ts';
import type { Directory } from '../directory.ts';
import { mergeProfile } from '../merge-profile.ts';
import { Problem } from '../problem.ts';
import { FIELDS, type RecentWrites } from '../recent-writes.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne } from '../reservie/read.ts';
import { TolerantProfile } from '../reservie/tolerant-customer.ts';
import { Turns } from '../turns.ts';
import { wordWriteProblem } from '../word-write-problem.ts';
import type { Routes } from './handlers.ts';

export interface ProfileParts {
  client: ReservieClient;
  directory: Directory;
  recentWrites: RecentWrites;
  clock: Clock;
}

export function profileRoutes(parts: ProfileParts): Routes<'getProfile' | 'updateProfile'> {
  const { client, directory, recentWrites, clock } = parts;
  const turns = new Turns();

  async function read(customerId: CustomerId): Promise<CustomerProfile> {
    const profile = readOne(TolerantProfile, await client.read('getProfile', { params: { customerId } }));
    // One person's data must never stand under another person's name.
    if (profile.id !== customerId) throw malformed(['id']);
    return recentWrites.lay(profile, clock());
  }

  function remember(before: CustomerProfile, after: ProfileValues): void {
    recentWrites.note(before.id, before, after, clock());
    directory.patch(before.id, after);
  }

  async function update(customerId: CustomerId, changes: ProfileChanges): Promise<CustomerProfile> {
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
      remember(current, merge.values);
      return found;
    }
    remember(current, merge.values);
    // Reads may lag a write by minutes: one that still says the old thing proves nothing, one that fails neither. The
    // overlay keeps what was written, and lets through what somebody else has changed since.
    return (await read(customerId).catch(() => undefined)) ?? { ...current, ...merge.values };
  }

  return {
    getProfile: async ({ params }) => ({ data: await read(params.customerId) }),
    updateProfile: async ({ params, body }) => ({
      // The PUT carries the whole profile, so two saves of the same customer must not cross.
      data: await turns.take(params.customerId, () => update(params.customerId, body)),
    }),
  };
}

/** The connection ended before the answer: the write may have been done all the same. */
function isUnclear(error: unknown): boolean {
  return error instanceof Problem && error.details.upstreamStatus === undefined && UNCLEAR.has(error.code);
}

const UNCLEAR = new Set<string>(['reservie_timeout', 'reservie_unavailable', 'reservie_malformed']);
