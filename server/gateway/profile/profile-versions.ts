import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#kit/clock.ts';
import { recordListWatched } from '../store/customer-news.ts';
import {
  type StaffWrite,
  type SeenProfile,
  readSeenProfiles,
  saveFirstSight,
  saveWrittenProfile,
  settleSights,
} from '../store/profile-versions.ts';
import { listMissing, recordFound, recordMissing } from '../store/missing-customers.ts';
import type { Store } from '../store/store.ts';
import { profileHash } from './profile-hash.ts';

/** Others get their turn after so many rows are compared, or written. */
const COMPARED_AT_ONCE = 2_000;
const SAVED_AT_ONCE = 200;
const SETTLED_AT_ONCE = 50;
/** Reads that wait to be compared; more are dropped, the next list shows them again. */
const LONGEST_QUEUE = 1_000;

interface Seen {
  hash: number;
  archived: boolean | undefined;
}

export interface ProfileVersionsOptions {
  store: Store;
  clock: Clock;
  /** What is compared waits its turn, and staff may have written meanwhile. */
  withRecentWrites: (profile: SeenProfile) => SeenProfile;
  /** Told what cannot be recorded; without personal data. */
  onTrouble: (message: string) => void;
}

/**
 * Notices every version of a profile that comes by. Every customer's last version is held as a number, so that a list of
 * 100,000 is compared in memory and only what differs is written. One thing after the other, in the background.
 */
export class ProfileVersions {
  readonly #options: ProfileVersionsOptions;
  readonly #seen = new Map<string, Seen>();
  /** Whom the last list did not name. */
  #missing: ReadonlySet<string> = new Set();
  #loaded: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #isClosed = false;

  constructor(options: ProfileVersionsOptions) {
    this.#options = options;
  }

  /** What Reservie says. @returns those who had been changed elsewhere. */
  async observe(profiles: readonly SeenProfile[]): Promise<SeenProfile[]> {
    if (this.#waiting >= LONGEST_QUEUE) return [];
    const changed: SeenProfile[] = [];
    await this.#queue(async () => {
      for (let from = 0; from < profiles.length && !this.#isClosed; from += COMPARED_AT_ONCE) {
        changed.push(...(await this.#compare(profiles.slice(from, from + COMPARED_AT_ONCE))));
        await setImmediate();
      }
    });
    return changed;
  }

  /**
   * The whole list: customers who appear after the first one are new, those whom it does not name are missing. `unreadable`:
   * ids of rows that could not be read; null where not even the id could.
   */
  async observeList(profiles: readonly SeenProfile[], unreadable: readonly (string | null)[] = []): Promise<void> {
    await this.observe(profiles);
    await this.#queue(async () => {
      const { store, clock } = this.#options;
      await recordListWatched(store, clock());
      if (unreadable.includes(null)) return;
      const named = new Set<string | null>(unreadable);
      await inTurns(profiles, ({ id }) => named.add(id));
      await this.#recordPresence(named);
    });
  }

  /**
   * What staff have just written, and that its record ended well: at once, before whatever is being compared.
   * @returns whether it could be recorded; what was written stays written.
   */
  async written(profile: SeenProfile, by: StaffWrite): Promise<boolean> {
    const { store, clock, onTrouble } = this.#options;
    try {
      await saveWrittenProfile(store, profile, by, clock());
      this.#remember(profile);
      return true;
    } catch {
      onTrouble('A save could not be recorded; its record is settled later.');
      return false;
    }
  }

  /** Ends once all that was seen so far is recorded: what is deleted after that does not come back with it. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** A customer whose row was deleted is seen for the first time again; what is being compared may still show them. */
  forget(customerId: string): void {
    this.#last = this.#last.then(() => void this.#seen.delete(customerId));
  }

  /** Messages were missed: what is known is read from the database again. */
  forgetAll(): void {
    this.#last = this.#last.then(() => void (this.#loaded = undefined));
  }

  /** Ends when all that waits is recorded; a list that is being compared stops where it is. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  async #queue(task: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last
      .then(() => this.#load())
      .then(task)
      .catch(() => this.#options.onTrouble('Versions of profiles could not be recorded.'))
      .finally(() => (this.#waiting -= 1));
    await this.#last;
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#loadAll().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #loadAll(): Promise<void> {
    this.#seen.clear();
    // Before the others: one who is forgotten meanwhile must be in both, or in neither.
    this.#missing = new Set(await listMissing(this.#options.store));
    for await (const profiles of readSeenProfiles(this.#options.store, COMPARED_AT_ONCE)) {
      for (const profile of profiles) this.#remember(profile);
      await setImmediate();
    }
  }

  async #compare(profiles: readonly SeenProfile[]): Promise<SeenProfile[]> {
    const fresh: SeenProfile[] = [];
    const different: SeenProfile[] = [];
    for (const profile of profiles) {
      // One who is missing may have been forgotten, by any process: the database knows.
      const seen = this.#missing.has(profile.id) ? undefined : this.#seen.get(profile.id);
      if (!seen) fresh.push(profile);
      else if (seen.hash !== profileHash(profile) || isNewlyArchived(seen, profile)) different.push(profile);
    }
    for (let from = 0; from < fresh.length; from += SAVED_AT_ONCE) {
      const batch = fresh.slice(from, from + SAVED_AT_ONCE);
      const { store, clock } = this.#options;
      if (await saveFirstSight(store, batch, clock())) different.push(...batch);
      else for (const profile of batch) this.#remember(profile);
      await setImmediate();
    }
    return this.#settle(different);
  }

  async #settle(profiles: readonly SeenProfile[]): Promise<SeenProfile[]> {
    const { store, clock, withRecentWrites } = this.#options;
    const changed: SeenProfile[] = [];
    for (let from = 0; from < profiles.length; from += SETTLED_AT_ONCE) {
      const batch = profiles.slice(from, from + SETTLED_AT_ONCE).map((profile) => withRecentWrites(profile));
      const sights = await settleSights(store, batch, clock());
      for (const [index, profile] of batch.entries()) {
        // A lagging read must not be taken for the latest: the next one that is up to date would look like a change.
        if (sights[index] !== 'stale') this.#remember(profile);
        if (sights[index] === 'changed') changed.push(profile);
      }
      await setImmediate();
    }
    return changed;
  }

  async #recordPresence(named: ReadonlySet<string | null>): Promise<void> {
    const { store, clock } = this.#options;
    const known = await listMissing(store);
    const before = new Set(known);
    const missing: string[] = [];
    await inTurns(this.#seen.keys(), (id) => {
      if (!named.has(id) && !before.has(id)) missing.push(id);
    });
    await recordMissing(store, missing, clock());
    await recordFound(
      store,
      known.filter((id) => named.has(id)),
    );
    const after = new Set(await listMissing(store));
    // Those who could not be recorded have no row any more: they were forgotten.
    for (const id of missing) if (!after.has(id)) this.#seen.delete(id);
    this.#missing = after;
  }

  #remember(profile: SeenProfile): void {
    const archived = profile.archived ?? this.#seen.get(profile.id)?.archived;
    this.#seen.set(profile.id, { hash: profileHash(profile), archived });
  }
}

async function inTurns<Item>(items: Iterable<Item>, visit: (item: Item) => void): Promise<void> {
  let visited = 0;
  for (const item of items) {
    visit(item);
    visited += 1;
    if (visited % COMPARED_AT_ONCE === 0) await setImmediate();
  }
}

function isNewlyArchived(seen: Seen, { archived }: SeenProfile): boolean {
  return archived !== undefined && archived !== seen.archived;
}
