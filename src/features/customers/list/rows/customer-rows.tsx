import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useSyncExternalStore } from 'react';
import type { DirectoryQuery, DirectoryRow } from '../../directory/directory-protocol.ts';
import type { DirectoryList } from '../../directory/use-directory-list.ts';
import { CustomerRow, RowCells } from './customer-row.tsx';
import { emsPerPart } from './cell-room.ts';
import type { ListPlace } from '../list-place.ts';
import { useListMeasure } from './use-list-measure.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useRowSlots } from './recycle-slots.ts';
import type { RowLook } from './use-row-look.ts';
import { useRowWindow } from './use-row-window.ts';

/** `--desk-row-height`, in rem: letters of another size make higher rows. */
const ROW_HEIGHT_REM = 2.75;
const CARD_HEIGHT = 93;

export interface CustomerRowsHandle {
  focusRow: (index: number) => void;
}

export interface CustomerRowsProps {
  ref: Ref<CustomerRowsHandle>;
  list: DirectoryList;
  query: DirectoryQuery;
  look: RowLook;
  /** Where to go on, on a return. */
  place: ListPlace | undefined;
  onLeaveTop: () => void;
  onOpen: (row: DirectoryRow, index: number) => void;
}

/** The rows on screen. They alone are drawn again while the page scrolls. */
export function CustomerRows({ ref, list, query, look, place, onLeaveTop, onOpen }: CustomerRowsProps) {
  const { total } = list.answer;
  const { rows: store } = list;
  useSyncExternalStore(store.subscribe, store.version);
  const body = useRef<HTMLTableSectionElement>(null);
  const { top, width, rem } = useListMeasure(body);
  const { hasEvenRows, isPhone, formatMobile, country, writtenFor } = look;
  const { heights, drawn, isMoving, rowsWith, scrollTo, rowOnScreen } = useRowWindow({
    body,
    count: total,
    usualHeight: isPhone ? CARD_HEIGHT : ROW_HEIGHT_REM * rem,
    isMeasured: !hasEvenRows,
    margin: top,
    openAt: place?.scrollY,
  });
  const goOn = useEffectEvent(() => place?.hasGoneOn && scrollTo(place.index));
  // Behind the router, which scrolls to where the page was left.
  useEffect(() => {
    const frame = requestAnimationFrame(() => goOn());
    return () => cancelAnimationFrame(frame);
  }, []);
  const { selected, select } = useRowSelection(list, query);
  const toggle = (index: number) => {
    const found = store.rowAt(index);
    if (found) select(index, !selected.has(found.customer.id), false);
  };
  const key = JSON.stringify(query);
  const focus = useRowFocus(scrollTo, total, key, place?.index, onLeaveTop, isMoving, rowOnScreen, toggle);
  useImperativeHandle(ref, () => ({ focusRow: focus.focusRow }));
  const { from, end } = drawn;
  useEffect(() => store.show(from, end, writtenFor), [store, from, end, writtenFor]);

  const actions = useRowActions({
    rowAt: (index) => store.rowAt(index),
    isMoving,
    onFocus: focus.setCurrent,
    onKeyDown: focus.onKeyDown,
    onOpen,
    onSelect: select,
  });
  const cells = useMemo(() => <RowCells actions={actions} />, [actions]);
  const slots = useRowSlots(rowsWith(focus.row), isMoving && hasEvenRows, focus.row);
  return (
    <tbody ref={body} style={{ height: heights.total }}>
      {slots.map(({ slot, index }) => {
        const row = store.rowAt(index);
        return (
          <CustomerRow
            // A row that has to be measured keeps its element: another one of the same height would go unnoticed.
            key={hasEvenRows ? slot : index}
            row={row}
            index={index}
            top={heights.startOf(index)}
            isCurrent={index === focus.row}
            isSelected={row !== undefined && selected.has(row.customer.id)}
            formatMobile={formatMobile}
            country={country}
            breaksEmail={!hasEvenRows}
            part={emsPerPart(width / rem)}
            cells={cells}
          />
        );
      })}
    </tbody>
  );
}
