import '@mantine/core/styles/Table.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

interface Column {
  name: string;
  isNumeric?: boolean;
  /** Only screen readers are told its name: what stands in it speaks for itself. */
  isNameHidden?: boolean;
}

interface DataTableProps {
  /** The table's name, for screen readers. */
  caption: string;
  columns: readonly Column[];
  /** Newer rows are on their way: the ones shown are dimmed. */
  isBusy?: boolean;
  /** One or more `<tbody>`. */
  children: ReactNode;
}

/** Mantine's table on a panel; below 40em every row is a card, its cells named by their `label`. */
export function DataTable({ caption, columns, isBusy = false, children }: DataTableProps) {
  return (
    <div className={classes['panel']}>
      <Table className={classes['table'] ?? ''} aria-label={caption} aria-busy={isBusy}>
        <Table.Thead>
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
    </div>
  );
}

interface DataCellProps {
  /** The column's name, which a card shows beside the value; left out where the value speaks for itself. */
  label?: string;
  isNumeric?: boolean;
  children: ReactNode;
}

export function DataCell({ label, isNumeric = false, children }: DataCellProps) {
  return (
    <Table.Td data-label={label} data-numeric={isNumeric || undefined}>
      <div className={classes['value']}>{children}</div>
    </Table.Td>
  );
}
