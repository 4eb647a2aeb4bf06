import type { Clock } from '#kit/clock.ts';
import type { Lane } from './lane.ts';
import { WINDOW_MS, ceilingsOf } from './ledger.ts';

/** Of all calls in a minute, how many one member of staff may have before others go first. */
const INTERACTIVE_SHARE = 0.2;
/** How many of one member's calls may stand in line at a time. */
export const MOST_WAITING = 40;

interface Call {
  at: number;
  isSave: boolean;
}

/**
 * Who has had how many calls in the last minute, in this process. While others ask too, a member's calls beyond their
 * share stand in a lower lane: they are still made while there is room, but they wait behind all others' and cannot fill
 * what other members read with. So one member of staff, or their stolen session, does not use up the others' budget. One
 * who works alone has all of it, except for the reserve for saves.
 */
export class FairShares {
  readonly #clock: Clock;
  readonly #share: Readonly<Record<'read' | 'save', number>>;
  readonly #calls = new Map<string, Call[]>();

  /** `perMinute` 0 is no limit, and then each user may have everything. */
  constructor(perMinute: number, clock: Clock) {
    this.#clock = clock;
    const reserve = perMinute - ceilingsOf(perMinute).interactive;
    this.#share =
      perMinute === 0
        ? { read: Infinity, save: Infinity }
        : { read: Math.max(Math.floor(perMinute * INTERACTIVE_SHARE), 1), save: Math.max(Math.floor(reserve / 2), 1) };
  }

  /** The lane in which a call stands that would be in `lane` by itself. */
  laneFor(lane: Lane, staffId: string | undefined): Lane {
    if (staffId === undefined) return lane;
    if (lane === 'write') return this.#count(staffId, true) < this.#share.save ? 'write' : 'interactive';
    if (lane !== 'interactive' || this.#count(staffId, false) < this.#share.read) return lane;
    return this.#hasCompany(staffId) ? 'prefetch' : lane;
  }

  /** A call has got its turn. */
  note(lane: Lane, staffId: string | undefined): void {
    // What no user waits for has a lane of its own.
    if (staffId === undefined || (lane !== 'write' && lane !== 'interactive')) return;
    const calls = this.#recent(staffId);
    calls.push({ at: this.#clock(), isSave: lane === 'write' });
    this.#calls.set(staffId, calls);
  }

  #count(staffId: string, isSave: boolean): number {
    return this.#recent(staffId).filter((call) => call.isSave === isSave).length;
  }

  /** Whether another member of staff has asked Reservie anything in the last minute. */
  #hasCompany(staffId: string): boolean {
    return [...this.#calls.keys()].some((id) => id !== staffId && this.#recent(id).length > 0);
  }

  #recent(staffId: string): Call[] {
    const since = this.#clock() - WINDOW_MS;
    const recent = (this.#calls.get(staffId) ?? []).filter(({ at }) => at > since);
    if (recent.length === 0) this.#calls.delete(staffId);
    return recent;
  }
}
