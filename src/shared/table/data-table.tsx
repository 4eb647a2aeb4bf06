import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import classes from './data-table.module.css';

interface Column {
  name: string;
  isNumeric?: boolean;
}

interface DataTableProps {
  /** The table's name; seen by those who cannot see the page. */
  caption: string;
  columns: readonly Column[];
  /** Newer rows are on their way: the ones shown are dimmed. */
  isBusy?: boolean;
  /** One or more `<tbody>`. */
  children: ReactNode;
}

/** A real table on a white panel; below 40em every row is a card, its cells named by their `label`. */
export function DataTable({ caption, columns, isBusy = false, children }: DataTableProps) {
  return (
    <div className={classes['panel']}>
      <table className={classes['table']} aria-busy={isBusy}>
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumeric ? classes['numeric'] : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
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
    <td data-label={label} className={isNumeric ? classes['numeric'] : undefined}>
      <div className={classes['value']}>{children}</div>
    </td>
  );
}
