import type { ReactNode } from 'react';
import classes from './card-list.module.css';

interface CardListProps<Row> {
  /** The list's name, for those who cannot see the page. */
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Read-only records that need more room than a table row gives. */
export function CardList<Row>({ label, rows, keyOf, children }: CardListProps<Row>) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={classes['card']}>
          {children(row)}
        </li>
      ))}
    </ul>
  );
}
