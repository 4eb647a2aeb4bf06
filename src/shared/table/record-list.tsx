import type { ReactNode } from 'react';
import { formatCount } from '#shared/format/number.ts';
import classes from './record-list.module.css';

interface RecordListProps<Row> {
  /** The list's name, for those who cannot see the page. */
  label: string;
  /** What these of the records have in common, above them, and how many they are. */
  title?: string;
  count?: number;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Read-only records that need more room than a table row gives, one below the other on a white panel. */
export function RecordList<Row>({ label, title, count, rows, keyOf, children }: RecordListProps<Row>) {
  return (
    <section className={classes['list']}>
      {title !== undefined && (
        <h2 className={classes['title']}>
          {title} {count !== undefined && <span>{formatCount(count)}</span>}
        </h2>
      )}
      <ul aria-label={title === undefined ? label : `${label}, ${title}`}>
        {rows.map((row) => (
          <li key={keyOf(row)} className={classes['record']}>
            {children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}
