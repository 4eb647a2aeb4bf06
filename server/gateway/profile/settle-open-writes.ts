import type { CustomerProfile } from '#contract/customer.ts';
import type { HistoryChange, HistoryEntry } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import type { Clock, Schedule } from '#kit/clock.ts';
import type { HistoryLog } from '../audit/history-log.ts';
import { Problem } from '../http/problem.ts';
import type { EventBus } from '../live/event-bus.ts';
import { findEntry, listOpenActs, listUnsettledWrites } from '../store/history.ts';
import { removeOldLeases } from '../store/leases.ts';
import type { Store } from '../store/store.ts';
import type { Confirmations } from './confirmations.ts';
import type { Leases } from './leases.ts';
import type { ProfileReads } from './profile-reads.ts';
import type { ProfileVersions } from './profile-versions.ts';
import { FIELDS, LAG_MS } from './recent-writes.ts';
import { isWrittenAs } from './rewritten.ts';

const DAY_MS = 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 10_000;
/** A sweep looks back this far; the first one, for what stopped long ago, further. */
const LOOK_BACK_MS = 3 * LAG_MS;
const FIRST_LOOK_BACK_MS = 30 * DAY_MS;

/** Nothing that staff do takes longer. */
const LONGEST_ACT_MS = 2 * 60_000;
const INTERRUPTED = { result: 'unclear', code: 'interrupted' } as const;

export interface SettleParts {
  store: Store;
  leases: Leases;
  reads: ProfileReads;
  versions: Pick<ProfileVersions, 'written'>;
  confirmations: Confirmations;
  log: HistoryLog;
  bus: EventBus;
  clock: Clock;
  schedule: Schedule;
}

type Write = HistoryEntry & { customerId: CustomerId };

/**
 * Finishes what a process that died has begun: acts whose end is not recorded, and saves that wait to be confirmed. At
 * the start, then every ten seconds, because another process may die at any time. @returns how to stop.
 */
export function settleOpenWrites(parts: SettleParts): () => void {
  let since = parts.clock() - FIRST_LOOK_BACK_MS;
  let callOff = parts.schedule(0, () => void sweep());
  let isStopped = false;

  async function sweep(): Promise<void> {
    const now = parts.clock();
    try {
      let isWhole = true;
      for (const write of await listUnsettledWrites(parts.store, since)) {
        if (isStopped) return;
        // One that cannot be settled now must not keep those behind it.
        isWhole = (await isSettled(parts, write)) && isWhole;
      }
      for (const id of await listOpenActs(parts.store, since, now - LONGEST_ACT_MS))
        await parts.log.end(id, INTERRUPTED);
      await removeOldLeases(parts.store);
      if (isWhole) since = now - LOOK_BACK_MS;
    } catch {
      // The database is away: all of it again, later, from the same moment on, however long that takes.
    }
    if (!isStopped) callOff = parts.schedule(SWEEP_EVERY_MS, () => void sweep());
  }

  return () => {
    isStopped = true;
    callOff();
  };
}

async function isSettled(parts: SettleParts, { customerId, ...write }: HistoryEntry): Promise<boolean> {
  if (customerId === null) return true;
  try {
    if (write.result === null) await settleEnd(parts, { ...write, customerId });
    else await takeUpConfirmation(parts, { ...write, customerId });
    return true;
  } catch {
    return false;
  }
}

/** A process that saves holds the customer's lease: an open record without a holder is of a process that stopped. */
async function settleEnd({ store, leases, reads, versions, log, bus }: SettleParts, write: Write): Promise<void> {
  const { id, customerId, staff, changes } = write;
  const lease = await leases.tryTake(`profile:${customerId}`);
  if (!lease) return;
  try {
    const now = await findEntry(store, id);
    if (!now || now.result !== null) return;
    const raw = await readIfThere(reads, customerId);
    if (raw && isDone(changes, raw)) {
      await versions.written(raw, { staffName: staff?.name ?? null, historyId: id, lease });
      await log.end(id, { result: 'confirmed' });
      bus.publish({
        kind: 'profile',
        profile: reads.withRecentWrites(raw),
        by: staff?.name ?? null,
        state: 'confirmed',
      });
    } else {
      // It may still show: a read that does makes it `done`.
      await log.end(id, INTERRUPTED);
    }
  } finally {
    await lease.release();
  }
}

/** The process that waited for it has stopped. */
async function takeUpConfirmation(parts: SettleParts, write: Write): Promise<void> {
  const { store, leases, reads, confirmations, log, bus, clock } = parts;
  const { id, customerId, staff, changes } = write;
  const lease = await leases.tryTake(`confirm:${id}`);
  if (!lease) return;
  const ageMs = Math.max(clock() - Date.parse(write.at), 0);
  const by = staff?.name ?? null;
  let isTakenUp = false;
  try {
    const now = await findEntry(store, id);
    if (!now || now.confirmation !== null) return;
    const raw = await readIfThere(reads, customerId);
    if (raw && ageMs < LAG_MS) {
      isTakenUp = true;
      confirmations.takeUp({ profile: reads.withRecentWrites(raw), by: by ?? '', historyIds: [id] }, ageMs, lease);
    } else if (ageMs >= LAG_MS) {
      const state = raw && !isOutdated(changes, raw) ? 'confirmed' : 'not_confirmed';
      await log.end(id, { result: state });
      if (raw) bus.publish({ kind: 'profile', profile: reads.withRecentWrites(raw), by, state });
    }
  } finally {
    if (!isTakenUp) await lease.release();
  }
}

/** Nothing for a customer who is gone from Reservie. */
async function readIfThere(reads: ProfileReads, customerId: CustomerId): Promise<CustomerProfile | undefined> {
  try {
    return await reads.getRaw(customerId, 'background');
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}

function isDone(changes: readonly HistoryChange[], raw: CustomerProfile): boolean {
  return FIELDS.every((field) => {
    const change = changes.find((one) => one.field === field);
    return !change || isWrittenAs(field, change.after ?? '', raw[field], change.before ?? '');
  });
}

function isOutdated(changes: readonly HistoryChange[], raw: CustomerProfile): boolean {
  return FIELDS.some((field) => changes.some((one) => one.field === field && one.before === raw[field]));
}
