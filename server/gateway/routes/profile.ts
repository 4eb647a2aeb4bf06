import type { CustomerProfile, ProfileChanges, ProfileValues } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { Clock } from '#kit/clock.ts';
import type { Directory } from '../directory.ts';
import { mergeProfile } from '../merge-profile.ts';
import { NotSent, Problem } from '../problem.ts';
import { FIELDS, type RecentWrites } from '../recent-writes.ts';
import type { CachedReads, Read, Served } from '../reservie/cached-reads.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne } from '../reservie/read.ts';
import { TolerantProfile } from '../reservie/tolerant-customer.ts';
import { Turns } from '../turns.ts';
import { wordWriteProblem } from '../word-write-problem.ts';
import { laneOf, tellAge } from './answer-read.ts';
import type { Routes } from './handlers.ts';

export interface ProfileParts {
  client: ReservieClient;
  reads: CachedReads;
  directory: Directory;
  recentWrites: RecentWrites;
  clock: Clock;
}

export function profileRoutes(parts: ProfileParts): Routes<'getProfile' | 'updateProfile'> {
  const { client, reads, directory, recentWrites, clock } = parts;
  const turns = new Turns();

  function lay({ value }: Served<CustomerProfile>): CustomerProfile {
    return recentWrites.lay(value, clock());
  }

  function remember(before: CustomerProfile, after: ProfileValues): void {
    recentWrites.note(before.id, before, after, clock());
    directory.patch(before.id, after);
  }

  async function update(customerId: CustomerId, changes: ProfileChanges): Promise<CustomerProfile> {
    const current = lay(await reads.getAnew(profileOf(customerId)));
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
      remember(current, merge.values);
      return found;
    } finally {
      // Reads that began meanwhile may show either state.
      reads.forgetCustomer(customerId);
    }
    remember(current, merge.values);
    // Reads may lag a write by minutes: one that still says the old thing proves nothing, one that fails neither. The
    // overlay keeps what was written, and lets through what somebody else has changed since.
    return (await readBack(customerId)) ?? { ...current, ...merge.values };
  }

  /** What Reservie shows now, if it says so before the page loses patience. */
  async function readBack(customerId: CustomerId): Promise<CustomerProfile | undefined> {
    return reads.getAnew(profileOf(customerId), READ_BACK).then(lay, () => undefined);
  }

  return {
    getProfile: async ({ params }, { request, reply }) => {
      const served = await reads.get(profileOf(params.customerId), laneOf(request));
      tellAge(reply, served);
      return { data: lay(served) };
    },
    updateProfile: async ({ params, body }) => ({
      // The PUT carries the whole profile, so two saves of the same customer must not cross.
      data: await turns.take(params.customerId, () => update(params.customerId, body)),
    }),
  };
}

function profileOf(customerId: CustomerId): Read<'getProfile', CustomerProfile> {
  return {
    name: 'getProfile',
    call: { params: { customerId } },
    parse: (json) => {
      const profile = readOne(TolerantProfile, json);
      // One person's data must never stand under another person's name.
      if (profile.id !== customerId) throw malformed(['id']);
      return profile;
    },
  };
}

/** A save has read and written before; together the three must be done within the page's 30 s. */
const READ_BACK = { patienceMs: 1_000, timeoutMs: 4_000 };

/** The connection ended before the answer, or Reservie failed on the way to it: the write may have been done all the same. */
function isUnclear(error: unknown): boolean {
  if (!(error instanceof Problem) || error instanceof NotSent) return false;
  const { upstreamStatus = 500 } = error.details;
  return upstreamStatus >= 500 && UNCLEAR.has(error.code);
}

const UNCLEAR = new Set<string>(['reservie_timeout', 'reservie_unavailable', 'reservie_malformed']);
