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
  let callOff = parts.schedule(0, () => void sweep(FIRST_LOOK_BACK_MS));
  let isStopped = false;

  async function sweep(lookBackMs: number): Promise<void> {
    let next = LOOK_BACK_MS;
    try {
      const writes = await listUnsettledWrites(parts.store, parts.clock() - lookBackMs);
      for (const write of writes) {
        if (isStopped) return;
        if (write.customerId !== null) await settle(parts, { ...write, customerId: write.customerId });
      }
      const [since, before] = [parts.clock() - lookBackMs, parts.clock() - LONGEST_ACT_MS];
      for (const id of await listOpenActs(parts.store, since, before)) await parts.log.end(id, INTERRUPTED);
      await removeOldLeases(parts.store);
    } catch {
      // Reservie or the database is away: all of it again, later.
      next = lookBackMs;
    }
    if (!isStopped) callOff = parts.schedule(SWEEP_EVERY_MS, () => void sweep(next));
  }

  return () => {
    isStopped = true;
    callOff();
  };
}

async function settle(parts: SettleParts, write: Write): Promise<void> {
  if (write.result === null) await settleEnd(parts, write);
  else await takeUpConfirmation(parts, write);
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
      bus.publish({ kind: 'profile', profile: raw, by: staff?.name ?? null, state: 'confirmed' });
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
  const { store, leases, reads, confirmations, log, clock } = parts;
  const { id, customerId, staff, changes } = write;
  const lease = await leases.tryTake(`confirm:${id}`);
  if (!lease) return;
  const now = await findEntry(store, id);
  const ageMs = Math.max(clock() - Date.parse(write.at), 0);
  let raw: CustomerProfile | undefined;
  try {
    if (now && now.confirmation === null) raw = await reads.getRaw(customerId, 'background');
  } catch (error) {
    await lease.release();
    throw error;
  }
  if (raw && ageMs < LAG_MS) {
    confirmations.takeUp(
      { profile: reads.withRecentWrites(raw), by: staff?.name ?? '', historyIds: [id] },
      ageMs,
      lease,
    );
    return;
  }
  if (raw) await log.end(id, { result: isOutdated(changes, raw) ? 'not_confirmed' : 'confirmed' });
  await lease.release();
}

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
