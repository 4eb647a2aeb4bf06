import type { UnreadableRow } from '#contract/page.ts';
import { Icon } from '#shared/ui/icon.tsx';
import classes from './unreadable-list.module.css';

/** Rows of Reservie that do not fit the contract: shown with what is known of them, never dropped. */
export function UnreadableList({ rows, noun }: { rows: UnreadableRow[]; noun: string }) {
  if (rows.length === 0) return null;
  return (
    <ul className={classes['list']}>
      {rows.map((row, index) => (
        // Rows without an id have nothing but their place.
        <li key={row.id ?? `row ${index}`} className={classes['row']}>
          <Icon name="alert" />
          <div>
            <p>This {noun} could not be read.</p>
            <p className={classes['detail']}>
              {row.id ?? 'Without an id'}
              {row.problems.length > 0 && `: unexpected ${row.problems.join(', ')}`}. Look it up in Reservie.
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
