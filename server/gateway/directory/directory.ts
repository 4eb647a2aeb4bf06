import { setImmediate } from 'node:timers/promises';
import type { Customer, ProfileValues } from '#contract/customer.ts';
import type { FirstCustomers } from '#contract/gateway.ts';
import type { Clock } from '#kit/clock.ts';
import { type Snapshot, takeSnapshot } from './directory-snapshot.ts';
import { reorder } from './order-by-name.ts';
import type { CustomerList } from './read-list.ts';
import { type Audience, type Form, firstOf } from './write-list.ts';
import { Problem } from '../http/problem.ts';
import type { RecentWrites } from '../profile/recent-writes.ts';

const FRESH_MS = 60_000;
/** Until this age it is served as it is while it is fetched anew behind it: connected pages are told what has changed. */
const SERVED_MS = 5 * 60_000;
/** After a failed refetch the copy in hand is served for this long before Reservie is asked again. */
const PAUSE_MS = 10_000;

interface Copy extends CustomerList {
  fetchedAt: number;
  /** Places of those who are written otherwise than where `order` has them. */
  written: ReadonlySet<number>;
}

export interface DirectoryOptions {
  /** `isAwaited`: there is nothing to show until it is done. */
  load: (isAwaited: boolean) => Promise<CustomerList>;
  overlay: RecentWrites;
  clock: Clock;
}

export interface DirectoryListener {
  /** Gets each customer as Reservie says it, before the overlay of recent writes. */
  onRow: (row: Customer) => void;
  /** Hears each list that was fetched, and whether any customer in it is not as in the one before. */
  onFetched: (copy: Copy, isChanged: boolean) => void;
}

/** All customers, fetched once for all browsers, kept fresh for a minute, and changed at once by what staff save. */
export class Directory {
  readonly #options: DirectoryOptions;
  #listener: DirectoryListener | undefined;
  #copy: Copy | undefined;
  readonly #snapshots = new Map<`${Audience} ${Form}`, Promise<Snapshot>>();
  #loading: Promise<Copy> | undefined;
  #pausedUntil = 0;
  #doubts = 0;
  #settledDoubts = 0;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  listen(listener: DirectoryListener): void {
    this.#listener = listener;
  }

  /** @throws Problem when Reservie fails and there is no copy; a stale copy says its age by `asOf`. */
  async snapshot(audience: Audience, form: Form): Promise<Snapshot> {
    await this.#freshen();
    if (!this.#copy) throw new Problem('reservie_unavailable', 'Reservie cannot be reached.');
    const key = `${audience} ${form}` as const;
    const snapshot = this.#snapshots.get(key) ?? takeSnapshot(this.#inOrder(this.#copy), audience, form);
    this.#snapshots.set(key, snapshot);
    return snapshot;
  }

  /** The top of the list for a page that cannot wait: only where `snapshot` would answer it at once, and asking nothing. */
  firstAtHand(audience: Audience): FirstCustomers | undefined {
    const isOld = !this.#copy || this.#options.clock() - this.#copy.fetchedAt >= SERVED_MS;
    if (!this.#copy || isOld || this.#doubts > this.#settledDoubts) return undefined;
    return firstOf(this.#inOrder(this.#copy), audience);
  }

  /** What is in hand, if anything. */
  get state(): { customers: number; ageMs: number } | undefined {
    const { clock } = this.#options;
    return this.#copy && { customers: this.#copy.data.length, ageMs: clock() - this.#copy.fetchedAt };
  }

  /** What is in hand may be old: the next who asks waits for a fresh copy, unless Reservie fails. */
  expire(): void {
    this.#doubts += 1;
  }

  /** Puts what was saved into the copy in hand; `RecentWrites` puts it into the next ones. */
  patch(customerId: string, values: ProfileValues): void {
    const copy = this.#copy;
    const at = copy?.data.findIndex((row) => row.id === customerId) ?? -1;
    const row = copy?.data[at];
    if (!copy || !row) return;
    const { firstname, lastname, email, mobile } = values;
    const data = copy.data.with(at, { ...row, firstname, lastname, email, mobile });
    this.#copy = { ...copy, data, written: new Set([...copy.written, at]) };
    this.#snapshots.clear();
  }

  /** Only once the list is asked for: saves come in bursts. */
  #inOrder(copy: Copy): Copy {
    if (copy.written.size === 0) return copy;
    this.#copy = { ...copy, order: reorder(copy.data, copy.order, copy.written), written: new Set() };
    return this.#copy;
  }

  async #freshen(): Promise<void> {
    const now = this.#options.clock();
    const ageMs = this.#copy ? now - this.#copy.fetchedAt : Infinity;
    const isDoubtful = this.#doubts > this.#settledDoubts;
    if (this.#copy && ((ageMs < FRESH_MS && !isDoubtful) || now < this.#pausedUntil)) return;
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    const loaded = this.#loading.catch((error: unknown) => {
      if (!this.#copy) throw error;
    });
    if (ageMs >= SERVED_MS || isDoubtful) await loaded;
  }

  async #load(): Promise<Copy> {
    const { load, overlay, clock } = this.#options;
    const doubts = this.#doubts;
    try {
      const list = await load(this.#copy === undefined);
      const now = clock();
      // In one go, some milliseconds: what is saved meanwhile must not miss both this copy and the one before. In place,
      // because a second array of all would be collected in this very moment.
      const written = new Set<number>();
      const { data } = list;
      for (let at = 0; at < data.length; at += 1) {
        const row = data[at];
        if (!row) continue;
        this.#listener?.onRow(row);
        const corrected = overlay.apply(row, now);
        if (corrected === row) continue;
        written.add(at);
        data[at] = corrected;
      }
      const former = this.#copy;
      const copy: Copy = { ...list, fetchedAt: now, written };
      this.#copy = copy;
      this.#settledDoubts = doubts;
      this.#snapshots.clear();
      await setImmediate();
      const isChanged = former !== undefined && !(await isSameList(former.data, data));
      this.#listener?.onFetched(copy, isChanged);
      return copy;
    } catch (error) {
      const wait = error instanceof Problem ? error.details.retryAfterMs : undefined;
      this.#pausedUntil = clock() + Math.max(wait ?? 0, PAUSE_MS);
      throw error;
    }
  }
}

/** Others get their turn after so many rows. */
const COMPARED_AT_ONCE = 20_000;

async function isSameList(one: readonly Customer[], other: readonly Customer[]): Promise<boolean> {
  if (one.length !== other.length) return false;
  for (const [at, row] of one.entries()) {
    const twin = other[at];
    const isSame =
      row.id === twin?.id &&
      row.firstname === twin.firstname &&
      row.lastname === twin.lastname &&
      row.email === twin.email &&
      row.mobile === twin.mobile &&
      row.archived === twin.archived;
    if (!isSame) return false;
    if (at % COMPARED_AT_ONCE === 0) await setImmediate();
  }
  return true;
}
