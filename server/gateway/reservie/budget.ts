import type { Clock } from '#kit/clock.ts';
import { NotSent } from '../http/problem.ts';
import { FairShares, MOST_WAITING, type Standing } from './fair-shares.ts';
import { LANES, type Lane, type Slot, type Urgency } from './lane.ts';
import { type Forecast, type SlidingWindow, WINDOW_MS } from './sliding-window.ts';

interface Waiter {
  urgency: Urgency;
  /** How many it needs, all at once. */
  places: number;
  grant: (slots: Slot[]) => void;
  refuse: (problem: NotSent) => void;
}

/** More would be no queue but a crowd. */
const LONGEST_QUEUE = 500;

/**
 * One queue before the sliding window: the most urgent lane first, within a lane saves, then first come, first served; who
 * has had their share stands in a lower lane (`FairShares`). No caller waits in vain: one who would not get a turn before
 * giving up is told so at once, with the wait that it would take. For a minute after a page or a save had to wait, what no
 * user waits for is not done at all.
 */
export class Budget {
  readonly #window: SlidingWindow;
  readonly #shares: FairShares;
  readonly #clock: Clock;
  readonly #queue = new Set<Waiter>();
  #isPumping = false;
  #isDue = false;
  #alarm: NodeJS.Timeout | undefined;
  #busyUntil = -Infinity;

  constructor(window: SlidingWindow, clock: Clock) {
    this.#window = window;
    this.#shares = new FairShares(window.perMinute, clock);
    this.#clock = clock;
  }

  /** One place, or as many as are asked for, all at once. @throws NotSent `rate_limited` with `retryAfterMs`. */
  async take(urgency: Urgency): Promise<Slot>;
  async take(urgency: Urgency, places: number): Promise<Slot[]>;
  async take(urgency: Urgency, places?: number): Promise<Slot | Slot[]> {
    if (this.#queue.size >= LONGEST_QUEUE || this.#isCrowding(urgency))
      throw spent(await this.forecast(this.#standingOf(urgency).lane));
    const busyMs = this.#busyUntil - this.#clock();
    if (busyMs > 0 && (urgency.lane === 'background' || urgency.lane === 'prefetch')) throw spent(busyMs);
    return new Promise((resolve, reject) => {
      const leave = () => {
        stopWatching();
        this.#queue.delete(waiter);
      };
      const waiter: Waiter = {
        urgency,
        places: Math.max(Math.min(places ?? 1, this.#window.perMinute || Infinity), 1),
        grant: (slots) => {
          leave();
          const [first, ...rest] = slots.map((slot) => this.#watched(slot));
          if (first) resolve(places === undefined ? first : [first, ...rest]);
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
    const ahead = [...this.#queue].filter(
      ({ urgency }) => LANES.indexOf(this.#standingOf(urgency).lane) <= rank,
    ).length;
    const forecast = await this.#window.forecast();
    return forecast(lane, ahead);
  }

  /** Reservie said 429: no call is made for so long. */
  async pause(ms: number): Promise<void> {
    await this.#window.pause(ms);
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
      const standing = this.#standingOf(first.urgency);
      const taken = await this.#takeFor(first, standing);
      const isStillFirst = this.#inOrder()[0] === first && this.#standingOf(first.urgency).lane === standing.lane;
      if ('slots' in taken) {
        if (this.#queue.has(first)) first.grant(taken.slots);
        else for (const slot of taken.slots) slot.giveBack();
      } else if (isStillFirst) {
        if (standing.lane === 'write' || standing.lane === 'interactive') this.#busyUntil = this.#clock() + WINDOW_MS;
        return Math.min(taken.waitMs, standing.pausedMs ?? Infinity);
      }
    }
  }

  /** A save leaves the reserve alone while there is room elsewhere. */
  async #takeFor(
    { places, urgency }: Waiter,
    { lane, staffId }: Standing,
  ): Promise<{ slots: Slot[] } | { waitMs: number }> {
    const isUser = urgency.lane !== 'prefetch';
    if (lane === 'write') {
      const elsewhere = await this.#takeAll('interactive', places);
      if ('slots' in elsewhere) return elsewhere;
    }
    const taken = await this.#takeAll(lane, places);
    if ('slots' in taken && isUser) {
      for (let place = 0; place < places; place += 1)
        this.#shares.record(lane === 'write' ? 'reserve' : 'read', staffId);
    }
    return taken;
  }

  async #takeAll(lane: Lane, places: number): Promise<{ slots: Slot[] } | { waitMs: number }> {
    const slots: Slot[] = [];
    while (slots.length < places) {
      const taken = await this.#window.take(lane);
      if ('waitMs' in taken) {
        for (const slot of slots) slot.giveBack();
        return taken;
      }
      slots.push(taken.slot);
    }
    return { slots };
  }

  /** Each end lets the next ones move up. */
  #watched(slot: Slot): Slot {
    return {
      end: () => {
        slot.end();
        void this.#pump();
      },
      giveBack: () => {
        slot.giveBack();
        void this.#pump();
      },
    };
  }

  async #refuseHopeless(): Promise<void> {
    const forecast = await this.#window.forecast();
    let ahead = 0;
    for (const waiter of this.#inOrder()) {
      const waitMs = forecastFor(forecast, this.#standingOf(waiter.urgency), ahead + waiter.places - 1);
      if (this.#clock() + waitMs > waiter.urgency.giveUpAt) waiter.refuse(spent(waitMs));
      else ahead += waiter.places;
    }
  }

  #refuseAll(problem: NotSent): void {
    for (const waiter of this.#queue) waiter.refuse(problem);
  }

  #inOrder(): Waiter[] {
    const ranked = [...this.#queue].map((waiter) => ({
      waiter,
      rank: LANES.indexOf(this.#standingOf(waiter.urgency).lane),
      own: LANES.indexOf(waiter.urgency.lane),
    }));
    return ranked.toSorted((a, b) => a.rank - b.rank || a.own - b.own).map(({ waiter }) => waiter);
  }

  #standingOf(urgency: Urgency): Standing {
    return this.#shares.standingOf(urgency);
  }

  /** Whether one member of staff would fill the queue; a save is never refused for that. */
  #isCrowding({ lane, askers }: Urgency): boolean {
    if (lane === 'write') return false;
    return [...askers.keys()].some(
      (staffId) =>
        staffId !== undefined &&
        [...this.#queue].filter(({ urgency }) => urgency.askers.has(staffId)).length >= MOST_WAITING,
    );
  }
}

function forecastFor(forecast: Forecast, { lane, pausedMs }: Standing, ahead: number): number {
  const waitMs = forecast(lane, ahead);
  return pausedMs === undefined ? waitMs : Math.min(waitMs, Math.max(pausedMs, forecast('background', ahead)));
}

function spent(waitMs: number): NotSent {
  const message = 'The studio’s request budget is used up for the moment.';
  return new NotSent('rate_limited', message, { retryAfterMs: Math.max(Math.ceil(waitMs), 1_000) });
}
