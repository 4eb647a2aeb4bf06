import { Fragment, type ReactNode } from 'react';
import { DataCell, DataTable } from './data-table.tsx';
import classes from './record-table.module.css';

export interface RecordColumn<Row> {
  name: string;
  /** The first column names the row and needs no label on a card. Nothing is shown as a dash. */
  cell: (row: Row) => ReactNode;
  /** Never broken into two lines: dates. */
  isShort?: boolean;
}

interface RecordGroup<Row> {
  title: string;
  rows: Row[];
  /** Over and done with: shown more quietly. */
  isPast?: boolean;
}

interface RecordTableProps<Row> {
  caption: string;
  columns: readonly RecordColumn<Row>[];
  groups: readonly RecordGroup<Row>[];
  keyOf: (row: Row) => string;
  /** What needs more room than a column: stands below its row, over the whole width. */
  detail?: (row: Row) => ReactNode;
}

/** Read-only records in titled groups, such as "Current" and "Past"; a group without rows does not appear. */
export function RecordTable<Row>({ caption, columns, groups, keyOf, detail }: RecordTableProps<Row>) {
  return (
    <DataTable caption={caption} columns={columns}>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows, isPast }) => (
          <tbody key={title} className={isPast ? `${classes['group']} ${classes['past']}` : classes['group']}>
            <tr className={classes['title']}>
              <th scope="rowgroup" colSpan={columns.length}>
                {title} <span className={classes['number']}>{rows.length}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <RecordRow key={keyOf(row)} row={row} columns={columns} detail={detail?.(row)} />
            ))}
          </tbody>
        ))}
    </DataTable>
  );
}

interface RecordRowProps<Row> {
  row: Row;
  columns: readonly RecordColumn<Row>[];
  detail: ReactNode;
}

function RecordRow<Row>({ row, columns, detail }: RecordRowProps<Row>) {
  return (
    <Fragment>
      <tr className={detail ? classes['joined'] : undefined}>
        {columns.map(({ name, cell, isShort }, index) =>
          index === 0 ? (
            <th key={name} scope="row">
              <div className={classes['name']}>{cell(row)}</div>
            </th>
          ) : (
            <DataCell key={name} label={name}>
              <div className={isShort ? classes['short'] : classes['long']}>
                {cell(row) ?? <span className={classes['nothing']}>—</span>}
              </div>
            </DataCell>
          ),
        )}
      </tr>
      {detail && (
        <tr className={classes['detail']}>
          <td colSpan={columns.length}>{detail}</td>
        </tr>
      )}
    </Fragment>
  );
}
