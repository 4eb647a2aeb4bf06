import '@mantine/core/styles/Badge.layer.css';
import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useStudioCountry } from '#shared/api/studio.ts';
import { useMobileFormat } from '#shared/format/mobile.ts';
import type { DirectoryQuery, DirectoryRow } from '../directory/directory-protocol.ts';
import type { DirectoryList } from '../directory/use-directory-list.ts';
import { CustomerRow } from './customer-row.tsx';
import classes from './customer-table.module.css';
import type { ListPlace } from './list-place.ts';
import { SelectAll } from './select-all.tsx';
import { SortHeader, type Sorting } from './sort-header.tsx';
import { useRowSlots } from './recycle-slots.ts';
import { usePageTop } from './use-page-top.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useRowWindow } from './use-row-window.ts';

/** `--desk-row-height`, in rem: letters of another size make higher rows. */
const ROW_HEIGHT_REM = 2.75;
const CARD_HEIGHT = 92;

export interface CustomerTableHandle {
  focusRow: (index: number) => void;
}

interface CustomerTableProps {
  ref: Ref<CustomerTableHandle>;
  list: DirectoryList;
  query: DirectoryQuery;
  /** Where to go on, on a return. */
  place: ListPlace | undefined;
  onSort: (sorting: Sorting) => void;
  onShow: (first: number, last: number) => void;
  onLeaveTop: () => void;
  onOpen: (row: DirectoryRow, index: number) => void;
}

/** All customers who were found, of whom only those on screen are drawn; the page itself scrolls. */
export function CustomerTable({ ref, list, query, place, onSort, onShow, onLeaveTop, onOpen }: CustomerTableProps) {
  const { total } = list.answer;
  const body = useRef<HTMLTableSectionElement>(null);
  const margin = usePageTop(body);
  const hasEvenRows = useMediaQuery('(min-width: 68.75em)', undefined, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  const formatMobile = useMobileFormat();
  const country = useStudioCountry();
  const { heights, first, last, rowsWith, scrollTo } = useRowWindow({
    body,
    count: total,
    usualHeight: isPhone ? CARD_HEIGHT : rowHeight(),
    isMeasured: !hasEvenRows,
    margin,
    openAt: place?.scrollY,
  });
  const { selected, select } = useRowSelection(list, query);
  const focus = useRowFocus(scrollTo, total, place?.index, onLeaveTop, (index) => {
    const found = list.rowAt(index);
    if (found) select(index, !selected.has(found.customer.id), false);
  });
  useImperativeHandle(ref, () => ({ focusRow: focus.focusRow }));

  const { row } = focus;
  useEffect(() => onShow(first, last + 1), [onShow, first, last, list.answer]);

  const actions = useRowActions({ onFocus: focus.setCurrent, onKeyDown: focus.onKeyDown, onOpen, onSelect: select });
  const rows = rowsWith(row);
  const slots = useRowSlots(rows);

  // A search without an order of its own stands in order of the best match, which is no column's.
  const sorting: Sorting = { sort: query.sort, direction: query.direction };
  const byName: Sorting = sorting.sort === 'firstname' ? { ...sorting, sort: 'name' } : sorting;
  return (
    <div className={classes['panel']}>
      <table className={classes['table']} aria-label="Customers" aria-rowcount={total + 1} aria-busy={list.isOutdated}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes['check']}>
              <SelectAll query={query} total={total} />
            </th>
            <SortHeader
              label="Name"
              hint={sorting.sort === 'firstname' ? 'by first name' : 'by last name'}
              column="name"
              sorting={byName}
              onSort={({ direction }) =>
                onSort({ sort: sorting.sort === 'firstname' ? 'firstname' : 'name', direction })
              }
            />
            <SortHeader label="E-mail" column="email" sorting={sorting} onSort={onSort} />
            <SortHeader label="Mobile" column="mobile" sorting={sorting} onSort={onSort} />
            <SortHeader label="Status" column="status" sorting={sorting} onSort={onSort} />
          </tr>
        </thead>
        <tbody ref={body} style={{ height: heights.total }}>
          {rows.map((index) => {
            const found = list.rowAt(index);
            const isSelected = found !== undefined && selected.has(found.customer.id);
            return (
              <tr
                // A row that has to be measured keeps its element: another one of the same height would go unnoticed.
                key={hasEvenRows ? slots.get(index) : index}
                data-index={index}
                data-archived={found?.customer.archived}
                data-selected={isSelected || undefined}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${heights.startOf(index)}px)` }}
              >
                {found ? (
                  <CustomerRow
                    row={found}
                    index={index}
                    isCurrent={index === row}
                    isSelected={isSelected}
                    mobile={formatMobile(found.customer.mobile, country)}
                    actions={actions}
                  />
                ) : (
                  <td className={classes['waiting']}>
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

/** In pixels. */
function rowHeight(): number {
  return ROW_HEIGHT_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
}
