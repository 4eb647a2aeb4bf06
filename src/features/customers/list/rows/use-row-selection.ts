import { useRef } from 'react';
import type { CustomerId } from '#contract/id.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { directory } from '../../directory/directory.ts';
import type { DirectoryList } from '../../directory/use-directory-list.ts';
import { selection, useSelection } from '../selection.ts';

/** The row that was ticked last, as it stood then. */
interface Ticked {
  query: string;
  index: number;
  customerId: CustomerId | undefined;
}

/** Ticks single rows, and with Shift all from the last one ticked, while it stands where it was. */
export function useRowSelection(list: DirectoryList, query: DirectoryQuery) {
  const selected = useSelection();
  const last = useRef<Ticked>(undefined);

  function select(index: number, isSelected: boolean, isRange: boolean) {
    const row = list.rows.rowAt(index);
    const from = startOfRange();
    last.current = { query: JSON.stringify(query), index, customerId: row?.customer.id };
    if (isRange && from !== undefined) {
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
    if (row) selection.set([row.customer.id], isSelected);
  }

  /** Nothing where the list is another one by now, or was changed, or the ticks were taken away. */
  function startOfRange(): number | undefined {
    const { current } = last;
    if (!current || selected.size === 0 || current.query !== JSON.stringify(query)) return undefined;
    const there = list.rows.rowAt(current.index);
    return there && there.customer.id !== current.customerId ? undefined : current.index;
  }

  return { selected, select };
}
