import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { UnreadableRow } from '#contract/page.ts';
import type { Clock } from '#kit/clock.ts';
import type { AnewLimits, CachedReads, Read, Served } from '../reservie/cached-reads.ts';
import { malformed } from '../reservie/errors.ts';
import type { Lane } from '../reservie/lane.ts';
import { TolerantProfile, readOne } from '../reservie/read.ts';
import type { ProfileVersions } from './profile-versions.ts';
import type { RecentWrites } from './recent-writes.ts';

export interface ProfileReadsOptions {
  reads: CachedReads;
  overlay: RecentWrites;
  versions: Pick<ProfileVersions, 'observe' | 'observeList'>;
  clock: Clock;
}

type Raw = CustomerProfile | Customer;

/** Reads of profiles, and of what every answer is compared with. It tells what it sees, and knows none of its listeners. */
export class ProfileReads {
  readonly #options: ProfileReadsOptions;
  readonly #onSeen: ((raw: Raw) => void)[] = [];
  readonly #onChangedOutside: ((profile: CustomerProfile) => void)[] = [];

  constructor(options: ProfileReadsOptions) {
    this.#options = options;
  }

  /** Every profile as Reservie itself says it, from whatever read; not what is served again from the cache. */
  onSeen(listener: (raw: Raw) => void): void {
    this.#onSeen.push(listener);
  }

  /** A profile that was changed in Reservie, as staff see it. */
  onChangedOutside(listener: (profile: CustomerProfile) => void): void {
    this.#onChangedOutside.push(listener);
  }

  /** For a page: perhaps from the cache, with the overlay of recent writes. */
  async get(customerId: CustomerId, lane: Lane, limits?: { isAnew?: boolean }): Promise<Served<CustomerProfile>> {
    const served = await this.#options.reads.get(this.#profile(customerId), lane, limits);
    return { ...served, value: this.withRecentWrites(served.value) };
  }

  /** What Reservie says now, with the same overlay. */
  async getAnew(customerId: CustomerId, limits?: AnewLimits): Promise<CustomerProfile> {
    return this.withRecentWrites((await this.#options.reads.getAnew(this.#profile(customerId), limits)).value);
  }

  /** What Reservie itself says now. */
  async getRaw(customerId: CustomerId, lane: Lane): Promise<CustomerProfile> {
    return (await this.#options.reads.getAnew(this.#profile(customerId), { lane })).value;
  }

  /** Answers that are kept, or on their way, are from before a write. */
  forget(customerId: CustomerId): void {
    this.#options.reads.forgetCustomer(customerId);
  }

  forgetAll(): void {
    this.#options.reads.forgetCustomers();
  }

  withRecentWrites(raw: CustomerProfile): CustomerProfile {
    const { overlay, clock } = this.#options;
    return overlay.apply(raw, clock());
  }

  /** One row of the customer list as Reservie says it. */
  seenInList(raw: Customer): void {
    for (const listener of this.#onSeen) listener(raw);
  }

  /** The customer list as staff see it: who differs is recorded in the background. */
  listSeen(rows: readonly Customer[], unreadable: readonly UnreadableRow[]): void {
    void this.#options.versions.observeList(
      rows,
      unreadable.map(({ id }) => id),
    );
  }

  #profile(customerId: CustomerId): Read<'getProfile', CustomerProfile> {
    return {
      name: 'getProfile',
      call: { params: { customerId } },
      parse: (json) => {
        const profile = readOne(TolerantProfile, json);
        // One person's data must never stand under another person's name.
        if (profile.id !== customerId) throw malformed(['id']);
        return profile;
      },
      onAnswer: (raw) => this.#seen(raw),
    };
  }

  #seen(raw: CustomerProfile): void {
    const profile = this.withRecentWrites(raw);
    for (const listener of this.#onSeen) listener(raw);
    void this.#compare(profile);
  }

  async #compare(profile: CustomerProfile): Promise<void> {
    const changed = await this.#options.versions.observe([profile]);
    if (changed.length === 0) return;
    // Comparing takes a moment, and what has been written in it must not be taken back.
    for (const listener of this.#onChangedOutside) listener(this.withRecentWrites(profile));
  }
}
