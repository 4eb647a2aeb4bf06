import { Badge } from '@mantine/core';
import { type ReactNode, memo, useLayoutEffect, useRef } from 'react';
import look from './customer-row.module.css';
import classes from './customer-table.module.css';
import { type RowContent, fillRow } from './fill-row.ts';
import type { RowActions } from './use-row-actions.ts';

/** What `fillRow` takes the place of, before the row is painted. */
const TO_FILL = '';

interface CustomerRowProps extends RowContent {
  index: number;
  /** In pixels from the first row's. */
  top: number;
  /** Always the same `RowCells`, which React then leaves alone. */
  cells: ReactNode;
}

/**
 * One customer. React makes the elements once, and what they show is written into them: a fling draws hundreds of these
 * rows a second, and comparing twenty elements each time would take longer than changing five texts. Only the badges,
 * which few customers have, are left to React.
 */
export const CustomerRow = memo(function CustomerRow({ index, top, cells, ...content }: CustomerRowProps) {
  const { row, isSelected } = content;
  const element = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (element.current) fillRow(element.current, content);
  });
  return (
    <tr
      ref={element}
      data-index={index}
      data-archived={row?.customer.archived || undefined}
      data-selected={isSelected || undefined}
      data-waiting={row === undefined || undefined}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      {cells}
      <td className={classes['status']}>
        {row?.customer.archived && <Badge>Archived</Badge>}
        {row?.newSince !== undefined && <Badge color="info">New</Badge>}
        {row?.isChanged && <Badge color="warn">Changed</Badge>}
        {row?.isDuplicate && <Badge>Possible duplicate</Badge>}
      </td>
    </tr>
  );
});

/**
 * The cells that `fillRow` fills. The name is the link; it stretches over the whole row. Plain elements instead of Mantine's
 * Avatar and Checkbox, and instead of the router's Link, which listens to every change of the address.
 */
export function RowCells({ actions }: { actions: RowActions }) {
  return (
    <>
      <td className={classes['check']}>
        <input type="checkbox" className={classes['box']} aria-label="Select" onChange={actions.onTick} />
      </td>
      <td className={classes['name']}>
        <NameParts actions={actions} />
      </td>
      <td className={classes['email']}>{TO_FILL}</td>
      <td className={classes['mobile']}>{TO_FILL}</td>
    </>
  );
}

function NameParts({ actions }: { actions: RowActions }) {
  return (
    <>
      <span className="desk-avatar" aria-hidden="true" />
      <span className={classes['who']}>
        <a
          href="/customers"
          className={classes['link']}
          onFocus={actions.onFocus}
          onPointerEnter={actions.onPointerEnter}
          onPointerLeave={actions.onPointerLeave}
          onKeyDown={actions.onKeyDown}
          onMouseDown={actions.onMouseDown}
          onClick={actions.onClick}
        >
          <bdi>{TO_FILL}</bdi>
        </a>
        <span className={look['why']} />
      </span>
    </>
  );
}
