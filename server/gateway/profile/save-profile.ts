import { once } from 'node:events';
import type { CustomerProfile, ProfileChanges, ProfileUpdate, ProfileValues } from '#contract/customer.ts';
import type { HistoryChange } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { steadyClock } from '#kit/clock.ts';
import type { Directory } from '../directory/directory.ts';
import { NotSent, Problem } from '../http/problem.ts';
import type { EventBus } from '../live/event-bus.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Lane, Urgency } from '../reservie/lane.ts';
import type { Store } from '../store/store.ts';
import type { Confirmations } from './confirmations.ts';
import type { Lease, Leases } from './leases.ts';
import { mergeProfile } from './merge-profile.ts';
import type { ProfileReads } from './profile-reads.ts';
import type { ProfileVersions } from './profile-versions.ts';
import { FIELDS, type RecentWrites } from './recent-writes.ts';
import { type Clocks, rememberWrites } from './remember-writes.ts';
import { isWrittenAs } from './rewritten.ts';
import { isUnclear, describeWriteProblem } from './describe-write-problem.ts';

export interface SaveParts {
  store: Store;
  client: Pick<ReservieClient, 'beginSave' | 'updateProfile'>;
  leases: Leases;
  reads: ProfileReads;
  overlay: RecentWrites;
  directory: Directory;
  versions: Pick<ProfileVersions, 'written' | 'settled'>;
  confirmations: Confirmations;
  bus: EventBus;
  clocks: Clocks;
  /** Ends with the process: what is only nice to know is not waited for. */
  closing: AbortSignal;
}

export interface Save {
  customerId: CustomerId;
  changes: ProfileChanges;
  staffName: string;
  /** Puts the write into the record, before it is attempted. @returns the record's id. */
  begin: (changes: HistoryChange[]) => Promise<string>;
  /** By the steady clock: nothing is sent to Reservie after it. */
  until: number;
  /** The browser has given up. */
  isAbandoned: () => boolean;
}

/** A save has read and written before; together the three must be done within the page's 30 s. */
const READ_BACK = { patienceMs: 1_000, timeoutMs: 4_000 };

/**
 * One save, in the order in which it happens. A PUT carries the whole profile, so of one customer there is one save at a
 * time, in all processes; docs/architecture.md follows it from file to file.
 */
export async function saveProfile(parts: SaveParts, save: Save): Promise<CustomerProfile> {
  const { customerId } = save;
  const saved = await parts.leases.hold(`profile:${customerId}`, save.until, async (lease) => {
    const turn = await parts.client.beginSave();
    try {
      return await saveInTurn(parts, save, lease, turn);
    } finally {
      turn.leave();
    }
  });
  // It is saved; whether Reservie shows it already is worth a call only while there is room.
  return saved.isNew ? ((await readBack(parts, customerId, 'interactive')) ?? saved.profile) : saved.profile;
}

async function saveInTurn(
  parts: SaveParts,
  save: Save,
  lease: Lease,
  turn: Urgency,
): Promise<{ isNew: boolean; profile: CustomerProfile }> {
  const { reads, overlay, directory, versions, confirmations, bus, clocks } = parts;
  const { customerId, staffName } = save;
  // Read, knowing what other processes have written a moment ago.
  if (parts.store.kind === 'postgres') await rememberWrites(parts.store, overlay, clocks, customerId);
  const before = await reads.getAnew(customerId, { urgency: turn });

  // Merge.
  const merge = mergeProfile(before, save.changes);
  if (merge.kind === 'conflict') {
    throw new Problem('conflict', 'These details have been changed meanwhile.', { fields: { ...merge.fields } });
  }
  if (merge.kind === 'unchanged') return { isNew: false, profile: before };
  const profile = { ...before, ...merge.values };

  // Write, once it stands in the record that it is attempted.
  const historyId = await save.begin(differences(before, merge.values));
  const found = await write(parts, save, { lease, turn }, before, merge);

  // Overlay: reads may lag the write by minutes.
  overlay.record(customerId, before, merge.values, clocks.steady());
  // Patch the list in hand.
  directory.patch(customerId, merge.values);
  // Record how it ended, together with the new version.
  const hasRecord = await versions.written(profile, { staffName, historyId, lease, before });
  // Publish: open browsers, and other processes.
  bus.publish({ kind: 'profile', profile, before: valuesOf(before), by: staffName, state: 'saved' });
  confirmations.begin({ profile, by: staffName, historyIds: hasRecord ? [historyId] : [] });
  return { isNew: found === undefined, profile: found ?? profile };
}

/** @returns what Reservie shows now, where that is how the end of the write became known. */
async function write(
  parts: SaveParts,
  { customerId, changes, until, isAbandoned }: Save,
  { lease, turn }: { lease: Lease; turn: Urgency },
  before: CustomerProfile,
  { body, values }: { body: ProfileUpdate; values: ProfileValues },
): Promise<CustomerProfile | undefined> {
  const { client, reads } = parts;
  const beforeSend = () => {
    if (steadyClock() >= until || isAbandoned()) throw tooLate();
    if (!lease.isSafe()) throw tooLate();
  };
  reads.forget(customerId);
  try {
    await lease.secure();
    await client.updateProfile({ params: { customerId }, body }, { urgency: turn, beforeSend });
    return undefined;
  } catch (error) {
    const found = isUnclear(error) ? await readBack(parts, customerId, 'write') : undefined;
    if (found && FIELDS.every((field) => isWrittenAs(field, values[field], found[field], before[field]))) return found;
    throw describeWriteProblem(error, changes);
  } finally {
    // Reads that began meanwhile may show either state.
    reads.forget(customerId);
  }
}

/**
 * What Reservie shows now, if it says so before the page loses patience. A read may lag the write: one that still says
 * the old thing proves nothing, one that fails neither. The overlay keeps what was written.
 */
async function readBack(
  { reads, closing }: SaveParts,
  customerId: CustomerId,
  lane: Lane,
): Promise<CustomerProfile | undefined> {
  if (closing.aborted) return undefined;
  const reading = new AbortController();
  const closed = once(closing, 'abort', { signal: reading.signal }).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([reads.getAnew(customerId, { ...READ_BACK, lane }).catch(() => undefined), closed]);
  } finally {
    reading.abort();
  }
}

function tooLate(): NotSent {
  const message = 'This took too long, so nothing was sent to Reservie. Save again.';
  return new NotSent('reservie_timeout', message, { retryAfterMs: 1_000 });
}

function differences(before: ProfileValues, after: ProfileValues): HistoryChange[] {
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

function valuesOf({ firstname, lastname, email, mobile }: ProfileValues): ProfileValues {
  return { firstname, lastname, email, mobile };
}
