import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { DirectoryRow } from '../directory/directory-protocol.ts';
import type { DirectoryList } from '../directory/use-directory-list.ts';
import { CustomerRow } from './customer-row.tsx';
import classes from './customer-table.module.css';
import type { ListPlace } from './list-place.ts';
import { SortHeader, type Sorting } from './sort-header.tsx';
import { usePageTop } from './use-page-top.ts';
import { useRowFocus } from './use-row-focus.ts';

const ROW_HEIGHT = 44;
const CARD_HEIGHT = 92;

export interface CustomerTableHandle {
  focusRow: (index: number) => void;
}

interface CustomerTableProps {
  ref: Ref<CustomerTableHandle>;
  list: DirectoryList;
  sorting: Sorting;
  /** Where to go on, when somebody comes back. */
  place: ListPlace | undefined;
  onSort: (sorting: Sorting) => void;
  onShow: (first: number, last: number) => void;
  onLeaveTop: () => void;
  onOpen: (row: DirectoryRow, index: number) => void;
}

/** Everybody found, of whom only those on screen are drawn; the page itself scrolls. */
export function CustomerTable({ ref, list, sorting, place, onSort, onShow, onLeaveTop, onOpen }: CustomerTableProps) {
  const { total } = list.answer;
  const body = useRef<HTMLTableSectionElement>(null);
  const scrollMargin = usePageTop(body);
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  const kept = useRef(place?.index ?? 0);
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: total,
    estimateSize: () => (isPhone ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 8,
    scrollMargin,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: () => place?.scrollY ?? window.scrollY,
    // The row with the focus stays in the page, or the focus would be lost with it.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (kept.current >= total || rows.includes(kept.current)) return rows;
      return [...rows, kept.current].toSorted((a, b) => a - b);
    },
  });
  const focus = useRowFocus(virtualizer, total, place?.index, onLeaveTop);
  useImperativeHandle(ref, () => ({ focusRow: focus.focusRow }));

  const { row } = focus;
  useLayoutEffect(() => {
    kept.current = row;
  }, [row]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, isPhone]);

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onShow(startIndex, endIndex + 1), [onShow, startIndex, endIndex, list.answer]);

  return (
    <div className={classes['panel']}>
      <table className={classes['table']} aria-label="Customers" aria-rowcount={total + 1} aria-busy={list.isOutdated}>
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader label="Name" column="name" sorting={sorting} onSort={onSort} />
            <SortHeader label="E-mail" column="email" sorting={sorting} onSort={onSort} />
            <SortHeader label="Mobile" column="mobile" sorting={sorting} onSort={onSort} />
            <SortHeader label="Status" column="status" sorting={sorting} onSort={onSort} />
          </tr>
        </thead>
        <tbody ref={body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const found = list.rowAt(index);
            return (
              <tr
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                data-archived={found?.customer.archived}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start - scrollMargin}px)` }}
              >
                {found ? (
                  <CustomerRow
                    row={found}
                    index={index}
                    isCurrent={index === row}
                    onFocus={focus.setCurrent}
                    onKeyDown={focus.onKeyDown}
                    onOpen={onOpen}
                  />
                ) : (
                  <td className={classes['name']}>
                    <Skeleton height={14} width="60%" />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
