import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Table.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import { Paper, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

interface ColumnHead {
  /** Heads the column; on a phone, where each row is a card, it stands beside the value. */
  name: string;
  isNumeric?: boolean;
  /** Only screen readers are told its name: what stands in it speaks for itself. */
  isNameHidden?: boolean;
}

/** A column says all of itself once: table, phone's card, paper and skeleton follow it. */
export interface Column<Row> extends ColumnHead {
  /** Nothing is shown as a dash. */
  cell: (row: Row) => ReactNode;
  /** It names the row: exactly one column does. */
  isName?: boolean;
  /** Speaks for itself on a card, without the column’s name beside it. */
  isPlain?: boolean;
  /** Never broken into two lines: dates. */
  isShort?: boolean;
}

interface DataTableProps<Row> {
  /** The table's name, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}

/** Mantine's table on a panel; below 40em every row is a card. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <TableFrame caption={caption} columns={columns}>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <Cells row={row} columns={columns} />
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface TableFrameProps {
  caption: string;
  columns: readonly ColumnHead[];
  /** One or more `<tbody>`. */
  children: ReactNode;
}

/** Panel and heads of a table, for rows in groups. */
export function TableFrame({ caption, columns, children }: TableFrameProps) {
  return (
    <Paper style={{ overflowX: 'auto' }}>
      <Table className={classes['table'] ?? ''} aria-label={caption}>
        <Table.Thead data-unseen="phone">
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.name} scope="col" data-numeric={column.isNumeric || undefined}>
                {column.isNameHidden ? <VisuallyHidden>{column.name}</VisuallyHidden> : column.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {children}
      </Table>
    </Paper>
  );
}

/** The cells of one row. */
export function Cells<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return columns.map(({ name, cell, isName, ...column }) =>
    isName ? (
      <th key={name} scope="row">
        <div>{cell(row)}</div>
      </th>
    ) : (
      <Table.Td
        key={name}
        data-label={column.isPlain || column.isNameHidden ? undefined : name}
        data-numeric={column.isNumeric || undefined}
      >
        <div className={column.isShort ? `${classes['value']} ${classes['short']}` : classes['value']}>
          {cell(row) ?? <span className={classes['nothing']}>—</span>}
        </div>
      </Table.Td>
    ),
  );
}

const WIDTHS = ['62%', '48%', '70%', '55%', '40%'];

/** The table before its rows have arrived: under the same heads, the name of each row the longest. */
export function TableSkeleton<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const shape = columns.map((column) => ({
    ...column,
    cell: (width: string) => <Skeleton height={14} width={column.isName ? width : '3.5rem'} my={8} />,
  }));
  return (
    <div aria-hidden="true">
      <DataTable caption="" columns={shape} rows={WIDTHS} keyOf={(width) => width} />
    </div>
  );
}
