import '@mantine/core/styles/Text.layer.css';
import { Text, UnstyledButton } from '@mantine/core';
import { Icon } from '#shared/ui/icon.tsx';
import type { SortDirection, SortKey } from '../../directory/sort.ts';
import classes from './sort-header.module.css';

export interface Sorting {
  sort: SortKey;
  direction: SortDirection;
}

interface SortHeaderProps {
  label: string;
  /** What exactly it sorts by, where the label does not say. */
  hint?: string;
  column: SortKey;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

/** A column's heading: press to sort by it, press again to turn the order round. */
export function SortHeader({ label, hint, column, sorting, onSort }: SortHeaderProps) {
  const isSorted = sorting.sort === column;
  const isUp = sorting.direction === 'asc';
  return (
    <th scope="col" aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton
        className={classes['sort'] ?? ''}
        onClick={() => onSort({ sort: column, direction: isSorted && isUp ? 'desc' : 'asc' })}
      >
        {label}
        {isSorted && hint !== undefined && (
          <Text span inherit fw={400}>
            {hint}
          </Text>
        )}
        <span className={classes['arrow']} data-hint={!isSorted || undefined}>
          <Icon name={isSorted && !isUp ? 'arrowDown' : 'arrowUp'} size={14} />
        </span>
      </UnstyledButton>
    </th>
  );
}
