import { useEffect, useState, useSyncExternalStore } from 'react';
import { directory } from '../directory/directory.ts';
import type { DuplicateGroup } from './duplicate-group.ts';

interface Duplicates {
  /** Nothing until the list was looked through. */
  groups: readonly DuplicateGroup[] | undefined;
  error: unknown;
}

/** Groups of likely duplicates, looked for again when customers change. */
export function useDuplicates(isWanted: boolean): Duplicates {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [state, setState] = useState<Duplicates>({ groups: undefined, error: undefined });
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    directory.duplicates().then(
      (groups) => isCurrent && setState({ groups, error: undefined }),
      (error: unknown) => isCurrent && setState((before) => ({ ...before, error })),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, version]);
  return state;
}
