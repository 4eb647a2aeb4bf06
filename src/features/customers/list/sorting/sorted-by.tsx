import { lazyPart } from '#shared/ui/lazy-part.tsx';
import classes from '../customer-list.module.css';
import { LateMenu } from '../late-menu.tsx';
import { SortButton } from '../menu-buttons.tsx';
import type { Sorting } from './sort-header.tsx';

const SortMenu = lazyPart(async () => (await import('./sort-menu.tsx')).SortMenu);

interface SortedByProps {
  sorting: Sorting;
  /** Whether there is a search, which something can match best. */
  isSearching: boolean;
  onSort: (sorting: Sorting) => void;
}

/** Says what the list is sorted by, and changes it: on a phone, which has no headings, and for first names. */
export function SortedBy({ sorting, isSearching, onSort }: SortedByProps) {
  return (
    <div className={classes['sortedBy']}>
      <LateMenu
        preload={SortMenu.preload}
        button={(trigger) => <SortButton sorting={sorting} {...trigger} />}
        menu={<SortMenu sorting={sorting} isSearching={isSearching} onSort={onSort} />}
      />
    </div>
  );
}
