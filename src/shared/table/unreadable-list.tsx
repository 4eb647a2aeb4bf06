import type { UnreadableRow } from '#contract/page.ts';
import classes from './unreadable-list.module.css';

/** Rows of Reservie that nobody can read: never dropped, always named. `noun`: "pass". */
export function UnreadableList({ rows, noun }: { rows: UnreadableRow[]; noun: string }) {
  if (rows.length === 0) return null;
  return (
    <ul className={classes['list']}>
      {rows.map(({ id }, index) => (
        // A row without an id has nothing but its place.
        <li key={id ?? `row ${index}`}>
          This {noun} could not be read{id === null ? '' : ` (${id})`}. It exists in Reservie and can be looked at
          there.
        </li>
      ))}
    </ul>
  );
}
