import type { CustomerProfile, ProfileValues } from '#contract/customer.ts';
import type { Confirmation } from '#contract/history.ts';
import type { Clock } from '#kit/clock.ts';
import { LAG_MS, type RecentWrites } from './recent-writes.ts';
import type { Schedule } from '#kit/schedule.ts';

/** After a write Reservie is asked at these distances, in milliseconds, until it agrees; then once more at the end. */
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
/** More are not asked after; what staff happen to read still confirms them. */
const MOST_ASKED = 50;

export interface WrittenProfile {
  profile: CustomerProfile;
  by: string;
  /** The records of the writes that wait together. */
  historyIds: readonly string[];
}

interface Pending extends WrittenProfile {
  until: number;
  attempt: number;
  callOff: () => void;
}

export interface ConfirmationsOptions {
  recentWrites: RecentWrites;
  /** Asks Reservie itself, behind everybody who waits. */
  read: (customerId: CustomerProfile['id']) => Promise<CustomerProfile>;
  onEnd: (written: WrittenProfile, confirmation: Confirmation) => void;
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

  /** Call after `RecentWrites.note`. A second write to the same profile and the first one are confirmed together. */
  begin({ profile, by, historyIds }: WrittenProfile): void {
    const { id } = profile;
    const former = this.#pending.get(id);
    former?.callOff();
    const pending: Pending = {
      profile,
      by,
      historyIds: [...(former?.historyIds ?? []), ...historyIds],
      until: this.#options.clock() + LAG_MS,
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
    if (!pending || !this.#options.recentWrites.agrees(raw, this.#options.clock())) return;
    // It may say more than was written: somebody else can have changed another field since.
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

  #scheduleNext(pending: Pending): void {
    const { clock, schedule } = this.#options;
    const left = pending.until - clock();
    const pause = PAUSES_MS[pending.attempt] ?? left;
    pending.attempt += 1;
    pending.callOff = schedule(Math.max(0, Math.min(pause, left)), () => void this.#ask(pending));
  }

  async #ask(pending: Pending): Promise<void> {
    const { read, clock } = this.#options;
    if (this.#pending.size <= MOST_ASKED || clock() >= pending.until) {
      // A failure says nothing about what was written.
      const raw = await read(pending.profile.id).catch(() => undefined);
      if (raw) this.see(raw);
    }
    if (this.#pending.get(pending.profile.id) !== pending) return;
    if (clock() >= pending.until) this.#end(pending, 'not_confirmed');
    else this.#scheduleNext(pending);
  }

  #end(pending: Pending, confirmation: Confirmation): void {
    pending.callOff();
    this.#pending.delete(pending.profile.id);
    this.#options.onEnd(pending, confirmation);
  }
}
