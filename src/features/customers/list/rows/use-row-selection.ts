import { useRef } from 'react';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { directory } from '../../directory/directory.ts';
import type { DirectoryList } from '../../directory/use-directory-list.ts';
import { selection, useSelection } from '../selection.ts';

/** Ticks single rows, and with Shift all from the last one ticked. */
export function useRowSelection(list: DirectoryList, query: DirectoryQuery) {
  const selected = useSelection();
  const last = useRef<number>(undefined);

  function select(index: number, isSelected: boolean, isRange: boolean) {
    const from = last.current;
    last.current = index;
    if (isRange && from !== undefined && from < list.answer.total) {
      const [first, end] = from < index ? [from, index] : [index, from];
      directory.take(query, first, end + 1).then(
        (customers) =>
          selection.set(
            customers.map(({ id }) => id),
            isSelected,
          ),
        // The list tells of its own failures.
        () => undefined,
      );
      return;
    }
    const row = list.rows.rowAt(index);
    if (row) selection.set([row.customer.id], isSelected);
  }
  return { selected, select };
}
