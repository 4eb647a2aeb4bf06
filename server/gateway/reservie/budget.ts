import type { Clock } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';
import { FairShares, MOST_WAITING } from './fair-shares.ts';
import { LANES, type Lane, type Urgency } from './lane.ts';
import type { Ledger, Slot } from './ledger.ts';

interface Waiter {
  urgency: Urgency;
  grant: (slot: Slot) => void;
  refuse: (problem: NotSent) => void;
}

/** More would be no queue but a crowd. */
const LONGEST_QUEUE = 500;

/**
 * One queue before the ledger: the most urgent lane first, within a lane first come, first served; who has had their share
 * stands one lane lower (`FairShares`). No caller waits in vain: one who
 * would not get a turn before giving up is told so at once, with the wait that it would take.
 */
export class Budget {
  readonly #ledger: Ledger;
  readonly #shares: FairShares;
  readonly #clock: Clock;
  readonly #queue = new Set<Waiter>();
  #isPumping = false;
  #isDue = false;
  #alarm: NodeJS.Timeout | undefined;

  constructor(ledger: Ledger, clock: Clock) {
    this.#ledger = ledger;
    this.#shares = new FairShares(ledger.perMinute, clock);
    this.#clock = clock;
  }

  /** @throws NotSent `rate_limited` with `retryAfterMs`. */
  async take(urgency: Urgency): Promise<Slot> {
    if (this.#queue.size >= LONGEST_QUEUE || this.#isCrowding(urgency))
      throw spent(await this.forecast(this.#laneOf(urgency)));
    return new Promise((resolve, reject) => {
      const leave = () => {
        stopWatching();
        this.#queue.delete(waiter);
      };
      const waiter: Waiter = {
        urgency,
        grant: (slot) => {
          leave();
          resolve({
            end: () => {
              slot.end();
              void this.#pump();
            },
            giveBack: () => {
              slot.giveBack();
              void this.#pump();
            },
          });
        },
        refuse: (problem) => {
          leave();
          reject(problem);
        },
      };
      const stopWatching = urgency.watch(() => void this.#pump());
      this.#queue.add(waiter);
      void this.#pump();
    });
  }

  /** How many stand in line. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Milliseconds that a call of this lane would wait if it came now. */
  async forecast(lane: Lane): Promise<number> {
    const rank = LANES.indexOf(lane);
    const ahead = [...this.#queue].filter(({ urgency }) => LANES.indexOf(this.#laneOf(urgency)) <= rank).length;
    const forecast = await this.#ledger.forecast();
    return forecast(lane, ahead);
  }

  /** Reservie said 429: no call is made for so long. */
  async pause(ms: number): Promise<void> {
    await this.#ledger.pause(ms);
    await this.#pump();
  }

  close(): void {
    clearTimeout(this.#alarm);
    this.#refuseAll(new NotSent('reservie_unavailable', 'Studio Desk is stopping.'));
  }

  async #pump(): Promise<void> {
    this.#isDue = true;
    if (this.#isPumping) return;
    this.#isPumping = true;
    clearTimeout(this.#alarm);
    let waitMs: number | undefined;
    try {
      // A caller who joins or leaves meanwhile makes another round due.
      while (this.#isDue) {
        this.#isDue = false;
        waitMs = await this.#grantAll();
        if (waitMs !== undefined) await this.#refuseHopeless();
      }
    } catch {
      const message = 'The database of Studio Desk does not answer, so nothing was asked of Reservie.';
      this.#refuseAll(new NotSent('database_unavailable', message, { retryAfterMs: 2_000 }));
    }
    this.#isPumping = false;
    if (waitMs !== undefined && this.#queue.size > 0) {
      this.#alarm = setTimeout(() => void this.#pump(), waitMs).unref();
    }
  }

  /** Answers how long the first in line must wait; nothing when the queue is empty. */
  async #grantAll(): Promise<number | undefined> {
    for (;;) {
      const first = this.#inOrder()[0];
      if (!first) return undefined;
      const lane = this.#laneOf(first.urgency);
      const taken = await this.#ledger.take(lane);
      const isStillFirst = this.#inOrder()[0] === first && this.#laneOf(first.urgency) === lane;
      if ('slot' in taken) {
        if (this.#queue.has(first)) {
          this.#shares.note(first.urgency.lane, first.urgency.staffId);
          first.grant(taken.slot);
        } else {
          taken.slot.giveBack();
        }
      } else if (isStillFirst) {
        return taken.waitMs;
      }
    }
  }

  async #refuseHopeless(): Promise<void> {
    const forecast = await this.#ledger.forecast();
    let ahead = 0;
    for (const waiter of this.#inOrder()) {
      const waitMs = forecast(this.#laneOf(waiter.urgency), ahead);
      if (this.#clock() + waitMs > waiter.urgency.giveUpAt) waiter.refuse(spent(waitMs));
      else ahead += 1;
    }
  }

  #refuseAll(problem: NotSent): void {
    for (const waiter of this.#queue) waiter.refuse(problem);
  }

  #inOrder(): Waiter[] {
    const ranked = [...this.#queue].map((waiter) => ({ waiter, rank: LANES.indexOf(this.#laneOf(waiter.urgency)) }));
    return ranked.toSorted((a, b) => a.rank - b.rank).map(({ waiter }) => waiter);
  }

  #laneOf({ lane, staffId }: Urgency): Lane {
    return this.#shares.laneFor(lane, staffId);
  }

  /** Whether one member of staff would fill the queue; a save is never refused for that. */
  #isCrowding({ lane, staffId }: Urgency): boolean {
    if (staffId === undefined || lane === 'write') return false;
    return [...this.#queue].filter(({ urgency }) => urgency.staffId === staffId).length >= MOST_WAITING;
  }
}

function spent(waitMs: number): NotSent {
  const message = 'The studio’s request budget is used up for the moment.';
  return new NotSent('rate_limited', message, { retryAfterMs: Math.max(Math.ceil(waitMs), 1_000) });
}
