import type { Clock } from '#kit/clock.ts';
import { LANES, type Lane, type Urgency } from './lane.ts';
import { CALLS_OF_A_SAVE, Ceilings, WINDOW_MS } from './sliding-window.ts';

/** Of all calls in a minute, how many one member of staff may have before others go first. */
const SHARE = 0.2;
/** A customer's page asks so much (docs/decisions/016). */
const LEAST_SHARE = 6;
/** How many of one member's calls may stand in line at a time. */
export const MOST_WAITING = 40;
/** Beyond their share a member's calls keep this distance, for each other member who is at work. */
const PACE_MS = 250;

interface Call {
  at: number;
  kind: 'read' | 'reserve';
}

/** In which lane a call stands, and by whose share. */
export interface Standing {
  lane: Lane;
  staffId: string | undefined;
  /** It stands in `prefetch` only for so long, in milliseconds, and in `background` from then on. */
  pausedMs?: number;
}

/**
 * Who has had how many calls in the last minute, in this process. A member's calls beyond their share stand in a lower
 * lane, behind all others' calls: alone they may fill most of the room, in company one at a time, among many hardly any, and
 * never so much that those who come next find nothing. The reserve for saves is counted by itself: one member may use about half of it, and
 * saves that find room elsewhere do not count. So no member of staff, and no stolen session, uses up the others' budget.
 */
export class FairShares {
  readonly #clock: Clock;
  readonly #share: Readonly<Record<Call['kind'], number>>;
  readonly #forAll: number;
  readonly #calls = new Map<string, Call[]>();

  /** `perMinute` 0 is no limit, and then each user may have everything. */
  constructor(perMinute: number, clock: Clock) {
    this.#clock = clock;
    this.#forAll = new Ceilings(perMinute).of('interactive');
    const reserve = perMinute - this.#forAll;
    this.#share =
      perMinute === 0
        ? { read: Infinity, reserve: Infinity }
        : {
            read: Math.max(Math.floor(perMinute * SHARE), LEAST_SHARE),
            // Whole saves: half of one would be in vain.
            reserve: Math.ceil(reserve / 2 / CALLS_OF_A_SAVE) * CALLS_OF_A_SAVE,
          };
  }

  /** The best that any of its askers is entitled to. */
  standingOf({ askers }: Pick<Urgency, 'askers'>): Standing {
    const standings = [...askers].map(([staffId, lane]) => this.#standingOf(lane, staffId));
    const [best] = standings.toSorted((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane));
    return best ?? { lane: 'prefetch', staffId: undefined };
  }

  #standingOf(lane: Lane, staffId: string | undefined): Standing {
    if (staffId === undefined || lane === 'prefetch') return { lane, staffId };
    if (lane === 'write') {
      const isEntitled = this.#count(staffId, 'reserve') < this.#share.reserve;
      return { lane: isEntitled ? 'write' : 'interactive', staffId };
    }
    if (this.#count(staffId, 'read') < this.#share.read) return { lane, staffId };
    const others = this.#othersThan(staffId);
    // With so many at work, an equal part of all is no more than the share.
    if (this.#forAll / (others + 1) <= this.#share.read) return { lane: 'prefetch', staffId };
    const last = this.#recent(staffId).at(-1)?.at ?? -Infinity;
    const pausedMs = last + PACE_MS * others - this.#clock();
    return pausedMs > 0 ? { lane: 'prefetch', staffId, pausedMs } : { lane: 'background', staffId };
  }

  /** A call has got its turn. */
  record(kind: Call['kind'], staffId: string | undefined): void {
    if (staffId === undefined) return;
    const calls = this.#recent(staffId);
    calls.push({ at: this.#clock(), kind });
    this.#calls.set(staffId, calls);
  }

  #count(staffId: string, kind: Call['kind']): number {
    return this.#recent(staffId).filter((call) => call.kind === kind).length;
  }

  /** How many others have asked Reservie anything in the last minute. */
  #othersThan(staffId: string): number {
    return [...this.#calls.keys()].filter((id) => id !== staffId && this.#recent(id).length > 0).length;
  }

  #recent(staffId: string): Call[] {
    const since = this.#clock() - WINDOW_MS;
    const recent = (this.#calls.get(staffId) ?? []).filter(({ at }) => at > since);
    if (recent.length === 0) this.#calls.delete(staffId);
    return recent;
  }
}
