import type { Directory } from '../directory/directory.ts';
import type { BusMessage } from '../live/event-bus.ts';
import type { Store } from '../store/store.ts';
import type { ProfileReads } from './profile-reads.ts';
import type { ProfileVersions } from './profile-versions.ts';
import type { RecentWrites } from './recent-writes.ts';
import { type Clocks, rememberWrites } from './remember-writes.ts';

export interface RemoteParts {
  store: Store;
  reads: ProfileReads;
  versions: Pick<ProfileVersions, 'forgetAll'>;
  overlay: RecentWrites;
  directory: Directory;
  clocks: Clocks;
  onTrouble: (message: string) => void;
}

/** Everything that other processes say about profiles enters this one here. */
export function applyRemote(parts: RemoteParts, message: BusMessage): void {
  const { store, reads, versions, overlay, directory, clocks, onTrouble } = parts;
  if (message.kind === 'missed') {
    directory.expire();
    reads.forgetAll();
    versions.forgetAll();
    rememberWrites(store, overlay, clocks).catch(() => onTrouble('What was written lately could not be read.'));
  }
  if (message.kind !== 'profile') return;
  const { profile, before, by, state } = message;
  // Written, or changed in Reservie: what is kept here is from before, and a lagging read must not bring it back.
  if (before || by === null) reads.forget(profile.id);
  if (before) overlay.record(profile.id, before, profile, clocks.steady());
  if (state !== 'not_confirmed') directory.patch(profile.id, profile);
}
