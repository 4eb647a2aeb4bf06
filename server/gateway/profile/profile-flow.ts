import type { Customer, CustomerProfile, ProfileValues } from '#contract/customer.ts';
import type { Clock } from '#kit/clock.ts';
import type { HistoryLog } from '../audit/history-log.ts';
import type { ProfileVersions } from './profile-versions.ts';
import type { Directory } from '../directory/directory.ts';
import type { RecentWrites } from './recent-writes.ts';
import type { Schedule } from '#kit/schedule.ts';
import { Confirmations } from './confirmations.ts';
import type { EventBus } from '../live/event-bus.ts';

export interface ProfileFlowOptions {
  bus: EventBus;
  recentWrites: RecentWrites;
  directory: Directory;
  versions: ProfileVersions;
  log: HistoryLog;
  read: (customerId: CustomerProfile['id']) => Promise<CustomerProfile>;
  clock: Clock;
  schedule: Schedule;
}

export interface Writer {
  name: string;
  historyId: string | undefined;
}

/** Where every profile passes, read or written, on its way to whoever has to know: overlay, list, history, browsers. */
export class ProfileFlow {
  readonly #options: ProfileFlowOptions;
  readonly #confirmations: Confirmations;

  constructor(options: ProfileFlowOptions) {
    this.#options = options;
    const { bus, recentWrites, log, clock, schedule } = options;
    this.#confirmations = new Confirmations({
      recentWrites,
      clock,
      schedule,
      read: options.read,
      onEnd: ({ profile, by, historyIds }, confirmation) => {
        for (const historyId of historyIds) void log.end(historyId, { result: confirmation });
        bus.publish({ kind: 'profile', profile, by, state: confirmation });
      },
    });
    bus.subscribe((message) => {
      if (message.kind !== 'profile') return;
      const { profile, before } = message;
      // Of this process or another: every copy of the list shows it at once, and no lagging read takes it back.
      if (before) recentWrites.note(profile.id, before, profile, clock());
      if (message.state !== 'not_confirmed') options.directory.patch(profile.id, profile);
    });
  }

  /** What Reservie says, be it kept from before → what staff see: what was written a moment ago is laid over it. */
  lay(raw: CustomerProfile): CustomerProfile {
    const { recentWrites, clock } = this.#options;
    return recentWrites.lay(raw, clock());
  }

  /** What Reservie says now. An answer kept from before must not come here: it would look like a change back. */
  hear(raw: CustomerProfile): void {
    const profile = this.lay(raw);
    this.#confirmations.see(raw);
    void this.#compare(profile);
  }

  /** The customer list as Reservie says it. */
  listed(raw: Customer): void {
    this.#confirmations.see(raw);
  }

  /** The customer list as staff see it. */
  listSeen(rows: readonly Customer[]): void {
    void this.#options.versions.observeList(rows);
  }

  written(before: CustomerProfile, values: ProfileValues, by: Writer): void {
    const { bus, versions } = this.#options;
    const profile = { ...before, ...values };
    const { firstname, lastname, email, mobile } = before;
    const was = { firstname, lastname, email, mobile };
    bus.publish({ kind: 'profile', profile, before: was, by: by.name, state: 'saved' });
    void versions.written(profile, { staffName: by.name, historyId: by.historyId });
    const historyIds = by.historyId === undefined ? [] : [by.historyId];
    this.#confirmations.begin({ profile, by: by.name, historyIds });
  }

  close(): void {
    this.#confirmations.close();
  }

  async #compare(profile: CustomerProfile): Promise<void> {
    const { versions, bus } = this.#options;
    const changed = await versions.observe([profile]);
    if (changed.length === 0) return;
    // Comparing takes a moment, and what has been written in it must not be taken back.
    const state = this.#confirmations.isWaiting(profile.id) ? 'saved' : 'confirmed';
    bus.publish({ kind: 'profile', profile: this.lay(profile), by: null, state });
  }
}
