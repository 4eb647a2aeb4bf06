import type { ReactNode } from 'react';
import classes from './record-list.module.css';

interface RecordListProps<Row> {
  /** The list's name, for those who cannot see the page. */
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Read-only records that need more room than a table row gives, one below the other on a white panel. */
export function RecordList<Row>({ label, rows, keyOf, children }: RecordListProps<Row>) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={classes['record']}>
          {children(row)}
        </li>
      ))}
    </ul>
  );
}
