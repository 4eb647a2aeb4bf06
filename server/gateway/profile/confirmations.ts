import type { CustomerProfile, ProfileValues } from '#contract/customer.ts';
import type { Confirmation } from '#contract/history.ts';
import type { Clock, Schedule } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';
import { LAG_MS, type RecentWrites } from './recent-writes.ts';

/** After a write Reservie is asked at these distances, in milliseconds, until it agrees; then once more at the end. */
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
/** A read that failed said nothing. One that was not sent cost nothing either, and is due when it may be sent. */
const LONGEST_AFTER_FAILURE_MS = 15_000;
const FIRST_AFTER_FAILURE_MS = 1_000;
/** More are not asked after; what staff happen to read still confirms them. */
const MOST_ASKED = 50;

export interface WrittenProfile {
  profile: CustomerProfile;
  by: string;
  /** The records of the writes that wait together. */
  historyIds: readonly string[];
}

/** Other processes see that one of them waits for it already. */
export interface Claim {
  release: () => Promise<void>;
}

interface Pending extends WrittenProfile {
  claims: Promise<Claim | undefined>[];
  until: number;
  attempt: number;
  callOff: () => void;
}

export interface ConfirmationsOptions {
  overlay: RecentWrites;
  /** Asks Reservie itself, behind all waiting requests. */
  read: (customerId: CustomerProfile['id']) => Promise<CustomerProfile>;
  /** The record of it; what waits for it is let go afterwards. */
  onEnd: (written: WrittenProfile, confirmation: Confirmation) => Promise<void>;
  /** Marks a record as waited for by this process; nothing when another one does. */
  claim: (historyId: string) => Promise<Claim | undefined>;
  clock: Clock;
  schedule: Schedule;
}

/** Tells "saved" from "confirmed": waits until a read shows what was written, and asks for one now and then. */
export class Confirmations {
  readonly #options: ConfirmationsOptions;
  readonly #pending = new Map<string, Pending>();

  constructor(options: ConfirmationsOptions) {
    this.#options = options;
  }

  /** Call after `RecentWrites.record`. A second write to the same profile and the first one are confirmed together. */
  begin(written: WrittenProfile): void {
    const claims = written.historyIds.map((historyId) => this.#options.claim(historyId).catch(() => undefined));
    this.#begin(written, this.#options.clock(), claims);
  }

  /** A write that another process has waited for, until it stopped. */
  takeUp(written: WrittenProfile, ageMs: number, claim: Claim): void {
    this.#begin(written, this.#options.clock() - ageMs, [Promise.resolve(claim)]);
  }

  #begin({ profile, by, historyIds }: WrittenProfile, writtenAt: number, claims: Pending['claims']): void {
    const { id } = profile;
    const former = this.#pending.get(id);
    former?.callOff();
    const pending: Pending = {
      profile,
      by,
      historyIds: [...(former?.historyIds ?? []), ...historyIds],
      claims: [...(former?.claims ?? []), ...claims],
      until: Math.max(former?.until ?? 0, writtenAt + LAG_MS),
      attempt: 0,
      callOff: () => undefined,
    };
    this.#pending.set(id, pending);
    this.#scheduleNext(pending);
  }

  /** Every profile as Reservie itself says it, from whatever read. */
  see(raw: ProfileValues & { id: string }): void {
    if (this.#pending.size === 0) return;
    const pending = this.#pending.get(raw.id);
    if (!pending || !this.#options.overlay.agrees(raw)) return;
    // It may say more than was written: another user can have changed another field since.
    const { firstname, lastname, email, mobile } = raw;
    pending.profile = { ...pending.profile, firstname, lastname, email, mobile };
    this.#end(pending, 'confirmed');
  }

  isWaiting(customerId: CustomerProfile['id']): boolean {
    return this.#pending.has(customerId);
  }

  close(): void {
    for (const { callOff } of this.#pending.values()) callOff();
    this.#pending.clear();
  }

  #scheduleNext(pending: Pending, afterFailureMs?: number): void {
    const { clock, schedule } = this.#options;
    const left = pending.until - clock();
    const pause = afterFailureMs ?? PAUSES_MS[pending.attempt] ?? left;
    if (afterFailureMs === undefined) pending.attempt += 1;
    pending.callOff = schedule(Math.max(0, Math.min(pause, left)), () => void this.#ask(pending));
  }

  async #ask(pending: Pending): Promise<void> {
    const { read, clock } = this.#options;
    const isAsked = this.#pending.size <= MOST_ASKED || clock() >= pending.until;
    let failure: unknown;
    if (isAsked) {
      try {
        this.see(await read(pending.profile.id));
      } catch (error) {
        failure = error;
      }
    }
    if (this.#pending.get(pending.profile.id) !== pending) return;
    if (clock() < pending.until) this.#scheduleNext(pending, failure === undefined ? undefined : pauseAfter(failure));
    else if (failure !== undefined) this.#handOver(pending);
    else this.#end(pending, 'not_confirmed');
  }

  /** Nothing is known yet, and the overlay is over: the sweep of open writes compares with the record (settle-open-writes.ts). */
  #handOver(pending: Pending): void {
    this.#pending.delete(pending.profile.id);
    void releaseAll(pending.claims);
  }

  #end(pending: Pending, confirmation: Confirmation): void {
    pending.callOff();
    this.#pending.delete(pending.profile.id);
    void this.#finish(pending, confirmation);
  }

  async #finish({ claims, ...written }: Pending, confirmation: Confirmation): Promise<void> {
    await this.#options.onEnd(written, confirmation);
    await releaseAll(claims);
  }
}

function pauseAfter(failure: unknown): number {
  const dueMs = failure instanceof NotSent ? failure.details.retryAfterMs : undefined;
  return Math.min(Math.max(dueMs ?? Infinity, FIRST_AFTER_FAILURE_MS), LONGEST_AFTER_FAILURE_MS);
}

async function releaseAll(claims: Pending['claims']): Promise<void> {
  for (const claim of claims) await (await claim)?.release();
}
